# Checks of records and of sets of them.

# cklint: its groups of rules are in validate/lint/, their words in
# templates/lint/.
bin_PROGRAMS += cklint
cklint_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/validate
cklint_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS) $(UTF8PROC_CFLAGS)
cklint_LDADD = libpal.a $(SODIUM_LIBS) $(CJSON_LIBS) $(UTF8PROC_LIBS)
cklint_SOURCES = validate/cklint.c \
	validate/lint/finding.c validate/lint/finding.h \
	validate/lint/identity.c validate/lint/identity.h \
	validate/lint/lexicon.c validate/lint/lexicon.h \
	validate/lint/lint.c validate/lint/lint.h \
	validate/lint/matches.c validate/lint/matches.h \
	validate/lint/people.c validate/lint/people.h \
	validate/lint/person.c validate/lint/person.h \
	validate/lint/rules.c validate/lint/rules.h
dist_man_MANS += man/cklint.1
dist_check_SCRIPTS += tests/cklint.t
