# Scores of texts.
bin_PROGRAMS += textscore
noinst_LIBRARIES += libtext.a
libtext_a_CFLAGS = $(AM_CFLAGS) $(UTF8PROC_CFLAGS)
libtext_a_SOURCES = \
	eval/text/blank.c eval/text/blank.h \
	eval/text/bleu.c eval/text/bleu.h \
	eval/text/bleu_nltk.c eval/text/bleu_sacre.c \
	eval/text/chrf.c eval/text/chrf.h \
	eval/text/decimal.c eval/text/decimal.h \
	eval/text/grams.c eval/text/grams.h \
	eval/text/lcs.c eval/text/lcs.h \
	eval/text/lcs_plain.c eval/text/lcs_plain.h \
	eval/text/lower.c eval/text/lower.h \
	eval/text/metric.c eval/text/metric.h \
	eval/text/pair.c eval/text/pair.h \
	eval/text/porter.c eval/text/porter.h \
	eval/text/rouge.c eval/text/rouge.h \
	eval/text/scorer.c eval/text/scorer.h \
	eval/text/squad.c eval/text/squad.h \
	eval/text/tokens.c eval/text/tokens.h \
	eval/text/tokens_13a.c eval/text/tokens_rouge.c \
	eval/text/tokens_squad.c \
	eval/text/vocabulary.c eval/text/vocabulary.h
textscore_SOURCES = eval/textscore.c
textscore_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
textscore_LDADD = libtext.a libpal.a $(UTF8PROC_LIBS) -lm

text_units = tests/unit/decimal tests/unit/lcs tests/unit/porter
check_PROGRAMS += $(text_units)
TESTS += $(text_units)
text_unit_libs = tests/unit/libtap.a libtext.a libpal.a
tests_unit_decimal_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_unit_decimal_LDADD = $(text_unit_libs) -lm
tests_unit_lcs_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_unit_lcs_LDADD = $(text_unit_libs)
tests_unit_porter_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_unit_porter_LDADD = $(text_unit_libs)

dist_man_MANS += man/textscore.1
dist_check_SCRIPTS += tests/textscore.t tests/peers/textscore.t
EXTRA_DIST += tests/expected/porter.tsv tests/expected/textscore-nltk.py \
	tests/expected/textscore-stem.jsonl tests/expected/textscore.jsonl
