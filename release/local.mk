# release
bin_PROGRAMS += mkrelease ckrelease mkproof ckproof mkkeys

release_common = \
	release/asked.c release/asked.h \
	release/biography.c release/biography.h \
	release/claims.c release/claims.h \
	release/derived.c release/derived.h \
	release/edition.c release/edition.h \
	release/findings.c release/findings.h \
	release/images.c release/images.h \
	release/interrupt.c release/interrupt.h \
	release/log.c release/log.h \
	release/manifest.c release/manifest.h \
	release/people.c release/people.h \
	release/person.c release/person.h \
	release/person_check.c release/person_check.h \
	release/question_answer.c release/question_answer.h \
	release/question_check.c release/question_check.h \
	release/question_counts.c release/question_counts.h \
	release/question_links.c release/question_links.h \
	release/question_set.c release/question_set.h \
	release/question_sets.c release/question_sets.h \
	release/removed.c release/removed.h \
	release/schemas.c release/schemas.h \
	release/seeding.c release/seeding.h release/seeding_check.c \
	release/seeding_files.h \
	release/signature.c release/signature.h \
	release/spelling.c release/spelling.h \
	release/split_lists.c release/split_ranks.c \
	release/splits.c release/splits.h \
	release/step_check.c release/step_check.h \
	release/steps.c release/steps.h \
	release/sums.c release/sums.h \
	release/tree.c release/tree.h \
	release/trusted.c release/trusted.h \
	release/unique.c release/unique.h
release_cflags = $(AM_CFLAGS) -pthread $(SODIUM_CFLAGS) $(CJSON_CFLAGS)
release_libs = libpal.a $(SODIUM_LIBS) $(CJSON_LIBS)

# Checking a release; mkrelease checks one that it follows.
release_checking = \
	release/batch.c release/batch.h \
	release/census.c release/census.h \
	release/changes.c release/changes.h \
	release/checking.c release/checking.h release/checking_authentic.c \
	release/since.c release/since.h \
	release/since_split.c release/since_split.h

mkrelease_SOURCES = release/mkrelease.c $(release_common) \
	$(release_checking) \
	release/leaving.c release/leaving.h \
	release/making.c release/making.h release/making_follow.c \
	release/making_write.c \
	release/previous.c release/previous.h \
	release/resplit.c release/resplit.h \
	release/staging.c release/staging.h \
	release/traces.c release/traces.h
mkrelease_CFLAGS = $(release_cflags)
mkrelease_LDADD = $(release_libs)

ckrelease_SOURCES = release/ckrelease.c $(release_common) \
	$(release_checking) \
	release/report.c release/report.h
ckrelease_CFLAGS = $(release_cflags)
ckrelease_LDADD = $(release_libs)

mkkeys_SOURCES = release/mkkeys.c release/keypair.c release/keypair.h
mkkeys_CFLAGS = $(release_cflags)
mkkeys_LDADD = $(release_libs)

mkproof_SOURCES = release/mkproof.c
mkproof_LDADD = libpal.a $(SODIUM_LIBS)

ckproof_SOURCES = release/ckproof.c \
	release/member.c release/member.h \
	release/proven.c release/proven.h
ckproof_LDADD = libpal.a $(SODIUM_LIBS)

dist_man_MANS += man/mkproof.1 man/ckproof.1 man/palimpsest-log.5
dist_check_SCRIPTS += tests/mkproof.t tests/peers/tlog.t
EXTRA_DIST += tests/peers/tlog.go
check_PROGRAMS += tests/tree
tests_tree_LDADD = libpal.a $(SODIUM_LIBS)
dist_man_MANS += man/mkrelease.1 man/ckrelease.1 man/mkkeys.1
dist_check_SCRIPTS += tests/ckrelease.t tests/mkkeys.t tests/mkrelease.t \
	tests/audit.t tests/byhand.t tests/golden.t tests/hostile.t tests/mutation.t \
	tests/peers/big.t tests/peers/minisign.t tests/rebuild.t tests/seeding.t \
	tests/signature.t tests/since.t tests/versions.t
EXTRA_DIST += tests/fixture-stream tests/golden tests/data/honest.awk \
	tests/data/mutations.awk

# Tests of nouns that the tools alone exercise too little.
release_units = tests/unit/canonical tests/unit/minisign tests/unit/sign \
	tests/unit/sorter tests/unit/splits tests/unit/unique tests/unit/words
check_PROGRAMS += $(release_units)
TESTS += $(release_units)
release_unit_cppflags = $(AM_CPPFLAGS) -I$(srcdir)/release
release_unit_libs = tests/unit/libtap.a $(release_libs)
tests_unit_canonical_LDADD = $(release_unit_libs)
tests_unit_minisign_LDADD = $(release_unit_libs)
tests_unit_sign_LDADD = $(release_unit_libs)
tests_unit_sorter_LDADD = $(release_unit_libs)
tests_unit_splits_SOURCES = tests/unit/splits.c $(release_common)
tests_unit_splits_CPPFLAGS = $(release_unit_cppflags)
tests_unit_splits_CFLAGS = $(release_cflags)
tests_unit_splits_LDADD = $(release_unit_libs)
tests_unit_unique_SOURCES = tests/unit/unique.c release/unique.c
tests_unit_unique_CPPFLAGS = $(release_unit_cppflags)
tests_unit_unique_LDADD = $(release_unit_libs)
tests_unit_words_LDADD = $(release_unit_libs)
