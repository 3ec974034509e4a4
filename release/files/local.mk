# release/files: the files of a release, and what is wrong with them. All rooms
# of release/ but keys/ and make/ are in one archive.
noinst_LIBRARIES += librelease.a
librelease_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/release
librelease_a_CFLAGS = $(AM_CFLAGS) -pthread $(SODIUM_CFLAGS) $(CJSON_CFLAGS)
librelease_a_SOURCES = \
	release/files/derived.c release/files/derived.h \
	release/files/findings.c release/files/findings.h \
	release/files/tree.c release/files/tree.h
release_cppflags = $(AM_CPPFLAGS) -I$(srcdir)/release
release_cflags = $(AM_CFLAGS) -pthread $(SODIUM_CFLAGS) $(CJSON_CFLAGS)
release_libs = librelease.a $(schema_libs) $(SODIUM_LIBS) $(CJSON_LIBS)
