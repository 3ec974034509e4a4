# Measures from log-probabilities and from pairs of questions.
noinst_LIBRARIES += libmeasures.a
libmeasures_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
libmeasures_a_SOURCES = \
	eval/measures/distance.c eval/measures/distance.h \
	eval/measures/grim.c eval/measures/grim.h \
	eval/measures/likely.c eval/measures/likely.h \
	eval/measures/measured.c eval/measures/measured.h \
	eval/measures/measures.c eval/measures/measures.h \
	eval/measures/pairs.c eval/measures/pairs.h \
	eval/measures/pebench.c eval/measures/pebench.h \
	eval/measures/quality.c eval/measures/quality.h \
	eval/measures/ranks.c eval/measures/ranks.h \
	eval/measures/row.c eval/measures/row.h \
	eval/measures/scored.c eval/measures/scored.h \
	eval/measures/truth.c eval/measures/truth.h \
	eval/measures/utility.c eval/measures/utility.h

check_PROGRAMS += tests/unit/measures
TESTS += tests/unit/measures
tests_unit_measures_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_unit_measures_LDADD = tests/unit/libtap.a libmeasures.a $(exam_libs) \
	$(SODIUM_LIBS) -lm

check_PROGRAMS += tests/fuzz/figures
tests_fuzz_figures_SOURCES = tests/fuzz/figures.c tests/fuzz/replay.c \
	tests/fuzz/target.h
tests_fuzz_figures_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_fuzz_figures_LDADD = libmeasures.a $(exam_libs) $(SODIUM_LIBS) -lm

dist_man_MANS += man/palimpsest-measures.5
dist_check_SCRIPTS += tests/grim.t tests/measures.t tests/utility.t
