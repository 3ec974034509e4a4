# Cells, intervals, parts and differences: what mlscore makes of marks.
noinst_LIBRARIES += libscore.a
libscore_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
libscore_a_SOURCES = \
	eval/score/bootstrap.c eval/score/bootstrap.h \
	eval/score/holm.c eval/score/holm.h \
	eval/score/interval.c eval/score/interval.h \
	eval/score/parts.c eval/score/parts.h

score_units = tests/unit/bootstrap tests/unit/holm tests/unit/parts
check_PROGRAMS += $(score_units)
TESTS += $(score_units)
score_unit_libs = tests/unit/libtap.a libscore.a libpal.a $(SODIUM_LIBS) -lm
tests_unit_bootstrap_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_unit_bootstrap_LDADD = $(score_unit_libs)
tests_unit_holm_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_unit_holm_LDADD = $(score_unit_libs)
tests_unit_parts_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_unit_parts_LDADD = $(score_unit_libs)
