# split
bin_PROGRAMS += mksplit cksplit

split_common = \
	split/roll.c split/roll.h \
	split/stamp.c split/stamp.h \
	split/ties.c split/ties.h

mksplit_SOURCES = split/mksplit.c $(split_common) \
	split/stamped.c split/stamped.h
mksplit_LDADD = libpal.a $(SODIUM_LIBS)

cksplit_SOURCES = split/cksplit.c $(split_common) \
	split/check.c split/check.h \
	split/claim.c split/claim.h \
	split/lists.c split/lists.h \
	split/sets.c split/sets.h
cksplit_LDADD = libpal.a $(SODIUM_LIBS)

# Ranks ids by keys cut short, so that all of them tie.
check_PROGRAMS += tests/ties
tests_ties_SOURCES = tests/ties.c $(split_common)
tests_ties_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/split
tests_ties_LDADD = libpal.a $(SODIUM_LIBS)

dist_man_MANS += man/mksplit.1 man/cksplit.1 man/palimpsest-split.5
dist_check_SCRIPTS += tests/mksplit.t tests/cksplit.t tests/splitpage.t
EXTRA_DIST += tests/expected/mksplit.jsonl
