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
