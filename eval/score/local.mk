# Cells, intervals, parts and differences: what mlscore makes of marks.
noinst_LIBRARIES += libscore.a
libscore_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
libscore_a_CFLAGS = $(AM_CFLAGS) -pthread
libscore_a_SOURCES = \
	eval/score/book.c eval/score/book.h \
	eval/score/bootstrap.c eval/score/bootstrap.h \
	eval/score/cell.c eval/score/cell.h \
	eval/score/classes.c eval/score/classes.h \
	eval/score/difference.c eval/score/difference.h \
	eval/score/gap.c eval/score/gap.h \
	eval/score/holm.c eval/score/holm.h \
	eval/score/interval.c eval/score/interval.h \
	eval/score/ledger.c eval/score/ledger.h \
	eval/score/marking.c eval/score/marking.h \
	eval/score/measuring.c eval/score/measuring.h \
	eval/score/metric.c eval/score/metric.h \
	eval/score/neighbours.c eval/score/neighbours.h \
	eval/score/parts.c eval/score/parts.h \
	eval/score/reply.c eval/score/reply.h \
	eval/score/run.c eval/score/run.h \
	eval/score/runs.c eval/score/runs.h \
	eval/score/signals.c eval/score/signals.h \
	eval/score/slots.c eval/score/slots.h \
	eval/score/verdict.c eval/score/verdict.h \
	eval/score/writing.c eval/score/writing.h

bin_PROGRAMS += mlscore
mlscore_SOURCES = eval/mlscore.c
mlscore_CFLAGS = $(AM_CFLAGS) -pthread
mlscore_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
mlscore_LDADD = libscore.a libmeasures.a libmark.a libtext.a $(exam_libs) \
	$(UTF8PROC_LIBS) $(SODIUM_LIBS) -lm

score_units = tests/unit/bootstrap tests/unit/holm tests/unit/parts
check_PROGRAMS += $(score_units)
TESTS += $(score_units)
score_unit_libs = tests/unit/libtap.a libscore.a libpal.a $(SODIUM_LIBS) -lm
tests_unit_bootstrap_CFLAGS = $(AM_CFLAGS) -pthread
tests_unit_bootstrap_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_unit_bootstrap_LDADD = $(score_unit_libs)
tests_unit_holm_CFLAGS = $(AM_CFLAGS) -pthread
tests_unit_holm_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_unit_holm_LDADD = $(score_unit_libs)
tests_unit_parts_CFLAGS = $(AM_CFLAGS) -pthread
tests_unit_parts_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_unit_parts_LDADD = $(score_unit_libs)

dist_man_MANS += man/mlscore.1 man/palimpsest-scores.5
dist_check_SCRIPTS += tests/mlscore.t
EXTRA_DIST += tests/data/made-celebrities.jq
