# Checks of records and of sets of them.

# cklint: its groups of rules are in validate/lint/, their words in
# templates/lint/.
lint_cppflags = $(AM_CPPFLAGS) -I$(srcdir)/validate
lint_cflags = $(AM_CFLAGS) $(CJSON_CFLAGS) $(UTF8PROC_CFLAGS)
lint_libs = liblint.a libpal.a $(SODIUM_LIBS) $(CJSON_LIBS) $(UTF8PROC_LIBS)
noinst_LIBRARIES += liblint.a
liblint_a_CPPFLAGS = $(lint_cppflags)
liblint_a_CFLAGS = $(lint_cflags)
liblint_a_SOURCES = validate/lint/article.c validate/lint/article.h \
	validate/lint/asked.c validate/lint/asked.h \
	validate/lint/blank.c validate/lint/blank.h \
	validate/lint/collapse.c validate/lint/collapse.h \
	validate/lint/consumer.c validate/lint/consumer.h \
	validate/lint/contacts.c validate/lint/contacts.h \
	validate/lint/doubles.c validate/lint/doubles.h \
	validate/lint/encoding.c validate/lint/encoding.h \
	validate/lint/finding.c validate/lint/finding.h \
	validate/lint/fingerprint.c validate/lint/fingerprint.h \
	validate/lint/fits.c validate/lint/fits.h \
	validate/lint/floors.c validate/lint/floors.h \
	validate/lint/floors_report.c validate/lint/floors_report.h \
	validate/lint/gathered.c validate/lint/gathered.h \
	validate/lint/guess.c validate/lint/guess.h \
	validate/lint/identifiers.c validate/lint/identifiers.h \
	validate/lint/identity.c validate/lint/identity.h \
	validate/lint/import.c validate/lint/import.h \
	validate/lint/import_row.c validate/lint/import_row.h \
	validate/lint/information.c validate/lint/information.h \
	validate/lint/json_rows.c validate/lint/json_rows.h \
	validate/lint/language.c validate/lint/language.h \
	validate/lint/lexicon.c validate/lint/lexicon.h \
	validate/lint/likeness.c validate/lint/likeness.h \
	validate/lint/lint.c validate/lint/lint.h \
	validate/lint/matches.c validate/lint/matches.h \
	validate/lint/membership.c validate/lint/membership.h \
	validate/lint/mllmu_config.c validate/lint/mllmu_config.h \
	validate/lint/mllmu_person.c validate/lint/mllmu_person.h \
	validate/lint/mllmu_questions.c validate/lint/mllmu_questions.h \
	validate/lint/namesakes.c validate/lint/namesakes.h \
	validate/lint/nested.c validate/lint/nested.h \
	validate/lint/overlap.c validate/lint/overlap.h \
	validate/lint/parts.c validate/lint/parts.h \
	validate/lint/people.c validate/lint/people.h \
	validate/lint/person.c validate/lint/person.h \
	validate/lint/privacy.c validate/lint/privacy.h \
	validate/lint/pronouns.c validate/lint/pronouns.h \
	validate/lint/question_answer.c validate/lint/question_answer.h \
	validate/lint/question_frame.c validate/lint/question_frame.h \
	validate/lint/questions.c validate/lint/questions.h \
	validate/lint/quiz.c validate/lint/quiz.h \
	validate/lint/reserved.c validate/lint/reserved.h \
	validate/lint/rules.c validate/lint/rules.h \
	validate/lint/share.c validate/lint/share.h \
	validate/lint/splits.c validate/lint/splits.h \
	validate/lint/spoken.c validate/lint/spoken.h \
	validate/lint/tally.c validate/lint/tally.h \
	validate/lint/texts.c validate/lint/texts.h \
	validate/lint/units.c validate/lint/units.h \
	validate/lint/vocabulary.c validate/lint/vocabulary.h \
	validate/lint/wordings.c validate/lint/wordings.h
bin_PROGRAMS += cklint
cklint_CPPFLAGS = $(lint_cppflags)
cklint_CFLAGS = $(lint_cflags)
cklint_LDADD = $(lint_libs)
cklint_SOURCES = validate/cklint.c
dist_man_MANS += man/cklint.1

# What its smaller nouns say, a program each.
lint_units = tests/unit/lint_article tests/unit/lint_identifiers \
	tests/unit/lint_spoken
check_PROGRAMS += $(lint_units)
TESTS += $(lint_units)
lint_unit_libs = tests/unit/libtap.a $(lint_libs)
tests_unit_lint_article_CPPFLAGS = $(lint_cppflags)
tests_unit_lint_article_LDADD = $(lint_unit_libs)
tests_unit_lint_identifiers_CPPFLAGS = $(lint_cppflags)
tests_unit_lint_identifiers_CFLAGS = $(lint_cflags)
tests_unit_lint_identifiers_LDADD = $(lint_unit_libs)
tests_unit_lint_spoken_CPPFLAGS = $(lint_cppflags)
tests_unit_lint_spoken_CFLAGS = $(lint_cflags)
tests_unit_lint_spoken_LDADD = $(lint_unit_libs)
EXTRA_DIST += tests/lint
dist_check_SCRIPTS += tests/cklint.t \
	tests/lint-rules.t tests/lint-floors.t tests/lint-mllmu.t

# ckrecords, and the official suite of its standard.
check_PROGRAMS += tests/schema_suite
tests_schema_suite_SOURCES = tests/schema_suite.c
tests_schema_suite_LDADD = $(schema_libs)
bin_PROGRAMS += ckrecords
ckrecords_SOURCES = validate/ckrecords.c \
	validate/inspector.c validate/inspector.h \
	validate/lines.c validate/lines.h \
	validate/schemas.c validate/schemas.h \
	validate/source.c validate/source.h \
	validate/telling.c validate/telling.h
ckrecords_CFLAGS = $(AM_CFLAGS) -pthread
ckrecords_LDADD = $(schema_libs)
dist_man_MANS += man/ckrecords.1
dist_check_SCRIPTS += tests/ckrecords.t tests/schema-suite.t
EXTRA_DIST += tests/data/schema-cases.json
