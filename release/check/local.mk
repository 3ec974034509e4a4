# release/check: ckrelease; mkrelease checks a release that it follows.
bin_PROGRAMS += ckrelease
librelease_a_SOURCES += \
	release/check/batch.c release/check/batch.h \
	release/check/census.c release/check/census.h \
	release/check/changes.c release/check/changes.h \
	release/check/checking.c release/check/checking.h \
	release/check/checking_authentic.c \
	release/check/since.c release/check/since.h \
	release/check/since_split.c release/check/since_split.h
ckrelease_SOURCES = release/check/ckrelease.c \
	release/check/report.c release/check/report.h
ckrelease_CPPFLAGS = $(release_cppflags)
ckrelease_CFLAGS = $(release_cflags)
ckrelease_LDADD = $(release_libs)

dist_man_MANS += man/ckrelease.1
dist_check_SCRIPTS += tests/audit.t tests/byhand.t tests/ckrelease.t \
	tests/hostile.t tests/mutation.t tests/peers/big.t tests/since.t
EXTRA_DIST += tests/data/honest.awk tests/data/mutations.awk
