# Checks of records and of sets of them.

# cklint: its groups of rules are in validate/lint/, their words in
# templates/lint/.
bin_PROGRAMS += cklint
cklint_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/validate
cklint_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS) $(UTF8PROC_CFLAGS)
cklint_LDADD = libpal.a $(SODIUM_LIBS) $(CJSON_LIBS) $(UTF8PROC_LIBS)
cklint_SOURCES = validate/cklint.c \
	validate/lint/asked.c validate/lint/asked.h \
	validate/lint/blank.c validate/lint/blank.h \
	validate/lint/collapse.c validate/lint/collapse.h \
	validate/lint/finding.c validate/lint/finding.h \
	validate/lint/fingerprint.c validate/lint/fingerprint.h \
	validate/lint/fits.c validate/lint/fits.h \
	validate/lint/floors.c validate/lint/floors.h \
	validate/lint/floors_report.c validate/lint/floors_report.h \
	validate/lint/guess.c validate/lint/guess.h \
	validate/lint/identity.c validate/lint/identity.h \
	validate/lint/information.c validate/lint/information.h \
	validate/lint/lexicon.c validate/lint/lexicon.h \
	validate/lint/lint.c validate/lint/lint.h \
	validate/lint/matches.c validate/lint/matches.h \
	validate/lint/membership.c validate/lint/membership.h \
	validate/lint/overlap.c validate/lint/overlap.h \
	validate/lint/people.c validate/lint/people.h \
	validate/lint/person.c validate/lint/person.h \
	validate/lint/question_answer.c validate/lint/question_answer.h \
	validate/lint/question_frame.c validate/lint/question_frame.h \
	validate/lint/questions.c validate/lint/questions.h \
	validate/lint/quiz.c validate/lint/quiz.h \
	validate/lint/rules.c validate/lint/rules.h \
	validate/lint/share.c validate/lint/share.h \
	validate/lint/tally.c validate/lint/tally.h \
	validate/lint/wordings.c validate/lint/wordings.h
dist_man_MANS += man/cklint.1
dist_check_SCRIPTS += tests/cklint.t

# ckrecords, and the official suite of its standard.
check_PROGRAMS += tests/schema_suite
tests_schema_suite_SOURCES = tests/schema_suite.c
tests_schema_suite_LDADD = $(schema_libs)
