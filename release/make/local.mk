# release/make: mkrelease.
bin_PROGRAMS += mkrelease
mkrelease_SOURCES = release/make/mkrelease.c \
	release/make/leaving.c release/make/leaving.h \
	release/make/making.c release/make/making.h \
	release/make/making_follow.c \
	release/make/making_write.c \
	release/make/previous.c release/make/previous.h \
	release/make/resplit.c release/make/resplit.h \
	release/make/traces.c release/make/traces.h
mkrelease_CPPFLAGS = $(release_cppflags)
mkrelease_CFLAGS = $(release_cflags)
mkrelease_LDADD = $(release_libs)

dist_man_MANS += man/mkrelease.1
dist_check_SCRIPTS += tests/mkrelease.t tests/rebuild.t tests/versions.t
