# release/folder: what else is in the folder, made and checked by the same code.
librelease_a_SOURCES += \
	release/folder/edition.c release/folder/edition.h \
	release/folder/images.c release/folder/images.h \
	release/folder/interrupt.c release/folder/interrupt.h \
	release/folder/log.c release/folder/log.h \
	release/folder/manifest.c release/folder/manifest.h \
	release/folder/removed.c release/folder/removed.h \
	release/folder/schemas.c release/folder/schemas.h \
	release/folder/seeding.c release/folder/seeding.h \
	release/folder/seeding_check.c \
	release/folder/seeding_files.h \
	release/folder/signature.c release/folder/signature.h \
	release/folder/step_check.c release/folder/step_check.h \
	release/folder/steps.c release/folder/steps.h \
	release/folder/sums.c release/folder/sums.h \
	release/folder/trusted.c release/folder/trusted.h
dist_check_SCRIPTS += tests/golden.t tests/seeding.t tests/signature.t
EXTRA_DIST += tests/fixture-stream tests/golden
