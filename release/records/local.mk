# release/records: what a release holds of people.
librelease_a_SOURCES += \
	release/records/asked.c release/records/asked.h \
	release/records/biography.c release/records/biography.h \
	release/records/claims.c release/records/claims.h \
	release/records/form.c release/records/form.h \
	release/records/layout.c release/records/layout.h \
	release/records/people.c release/records/people.h \
	release/records/person.c release/records/person.h \
	release/records/person_check.c release/records/person_check.h \
	release/records/question_answer.c release/records/question_answer.h \
	release/records/question_check.c release/records/question_check.h \
	release/records/question_counts.c release/records/question_counts.h \
	release/records/question_links.c release/records/question_links.h \
	release/records/question_set.c release/records/question_set.h \
	release/records/question_sets.c release/records/question_sets.h \
	release/records/spelling.c release/records/spelling.h \
	release/records/split_lists.c \
	release/records/split_ranks.c \
	release/records/splits.c release/records/splits.h \
	release/records/unique.c release/records/unique.h

# Tests of nouns that the tools alone exercise too little.
release_units = tests/unit/canonical tests/unit/minisign tests/unit/sign \
	tests/unit/sorter tests/unit/splits tests/unit/unique tests/unit/words
check_PROGRAMS += $(release_units)
TESTS += $(release_units)
release_unit_libs = tests/unit/libtap.a $(release_libs)
tests_unit_canonical_LDADD = $(release_unit_libs)
tests_unit_minisign_LDADD = $(release_unit_libs)
tests_unit_sign_LDADD = $(release_unit_libs)
tests_unit_sorter_LDADD = $(release_unit_libs)
tests_unit_splits_CPPFLAGS = $(release_cppflags)
tests_unit_splits_CFLAGS = $(release_cflags)
tests_unit_splits_LDADD = $(release_unit_libs)
tests_unit_unique_CPPFLAGS = $(release_cppflags)
tests_unit_unique_LDADD = $(release_unit_libs)
tests_unit_words_LDADD = $(release_unit_libs)
