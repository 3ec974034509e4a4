# release/keys: mkkeys, and proofs for one person, mkproof and ckproof.
bin_PROGRAMS += mkkeys mkproof ckproof
mkkeys_SOURCES = release/keys/mkkeys.c \
	release/keys/keypair.c release/keys/keypair.h
mkkeys_CFLAGS = $(AM_CFLAGS) $(SODIUM_CFLAGS)
mkkeys_LDADD = libpal.a $(SODIUM_LIBS)

mkproof_SOURCES = release/keys/mkproof.c
mkproof_LDADD = libpal.a $(SODIUM_LIBS)

ckproof_SOURCES = release/keys/ckproof.c \
	release/keys/member.c release/keys/member.h \
	release/keys/proven.c release/keys/proven.h
ckproof_LDADD = libpal.a $(SODIUM_LIBS)

dist_man_MANS += man/mkkeys.1 man/mkproof.1 man/ckproof.1 \
	man/palimpsest-log.5
dist_check_SCRIPTS += tests/mkkeys.t tests/mkproof.t \
	tests/peers/minisign.t tests/peers/tlog.t
EXTRA_DIST += tests/peers/tlog.go
check_PROGRAMS += tests/tree
tests_tree_LDADD = libpal.a $(SODIUM_LIBS)
