# Whether a reply is right.
noinst_LIBRARIES += libmark.a
libmark_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
libmark_a_CFLAGS = $(AM_CFLAGS) $(UTF8PROC_CFLAGS)
libmark_a_SOURCES = \
	eval/mark/amounts.c eval/mark/amounts.h \
	eval/mark/broken.c eval/mark/broken.h \
	eval/mark/dates.c eval/mark/dates.h \
	eval/mark/fold.c eval/mark/fold.h \
	eval/mark/items.c eval/mark/items.h \
	eval/mark/letters.c eval/mark/letters.h \
	eval/mark/lexer.c eval/mark/lexer.h \
	eval/mark/likeness.c eval/mark/likeness.h \
	eval/mark/mark.c eval/mark/mark.h \
	eval/mark/marks.c eval/mark/marks.h \
	eval/mark/naming.c eval/mark/naming.h \
	eval/mark/original.c eval/mark/original.h \
	eval/mark/phones.c eval/mark/phones.h \
	eval/mark/terms.c eval/mark/terms.h \
	eval/mark/values.c eval/mark/values.h
mark_libs = libmark.a libtext.a $(exam_libs)

# Made-up questions and replies, with the marks they are to get.
check_PROGRAMS += tests/marking
tests_marking_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_marking_LDADD = $(mark_libs) $(UTF8PROC_LIBS) $(SODIUM_LIBS) -lm
dist_man_MANS += man/palimpsest-marks.5
dist_check_SCRIPTS += tests/marks.t
EXTRA_DIST += tests/expected/marks-forms.tsv \
	tests/expected/marks-questions.tsv tests/expected/marks.tsv
