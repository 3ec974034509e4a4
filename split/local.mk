# split
bin_PROGRAMS += mksplit cksplit mkcommit mkreveal

mksplit_SOURCES = split/mksplit.c split/announced.c split/announced.h \
	split/stamped.c split/stamped.h
mksplit_LDADD = libpal.a $(SODIUM_LIBS)

cksplit_SOURCES = split/cksplit.c \
	split/census.c split/census.h \
	split/check.c split/check.h \
	split/lists.c split/lists.h \
	split/plausible.c split/plausible.h \
	split/pledged.c split/pledged.h \
	split/verified.c split/verified.h
cksplit_LDADD = libpal.a $(SODIUM_LIBS)

mkcommit_SOURCES = split/mkcommit.c split/announced.c split/announced.h \
	split/committed.c split/committed.h split/draft.c split/draft.h
mkcommit_LDADD = libpal.a $(SODIUM_LIBS)

mkreveal_SOURCES = split/mkreveal.c split/verified.c split/verified.h
mkreveal_LDADD = libpal.a $(SODIUM_LIBS)

# Ranks ids by keys cut short, so that all of them tie.
check_PROGRAMS += tests/ties
tests_ties_LDADD = libpal.a $(SODIUM_LIBS)

dist_man_MANS += man/mksplit.1 man/cksplit.1 man/palimpsest-split.5 \
	man/mkcommit.1 man/mkreveal.1 man/palimpsest-commit.5
dist_check_SCRIPTS += tests/mksplit.t tests/cksplit.t tests/rules.t \
	tests/splitpage.t \
	tests/mkcommit.t tests/reveal.t tests/peers/beacon.t
EXTRA_DIST += tests/expected/mksplit.jsonl tests/peers/beacon-verifier.mjs
