# What a release asks, what was answered, and what could be by who knows nobody.
noinst_LIBRARIES += libexam.a
libexam_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
libexam_a_SOURCES = \
	eval/exam/answer_line.c eval/exam/answer_line.h \
	eval/exam/answer_scores.c eval/exam/answer_scores.h \
	eval/exam/answers.c eval/exam/answers.h \
	eval/exam/exam.c eval/exam/exam.h \
	eval/exam/kept.c eval/exam/kept.h \
	eval/exam/pool.c eval/exam/pool.h \
	eval/exam/priors.c eval/exam/priors.h \
	eval/exam/reading.c eval/exam/reading.h \
	eval/exam/sets.c eval/exam/sets.h \
	eval/exam/tally.c eval/exam/tally.h
exam_libs = libexam.a libschema.a libpal.a

check_PROGRAMS += tests/unit/exam
TESTS += tests/unit/exam
tests_unit_exam_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_unit_exam_LDADD = tests/unit/libtap.a $(exam_libs) $(SODIUM_LIBS)

check_PROGRAMS += tests/fuzz/answer tests/fuzz/exam
tests_fuzz_answer_SOURCES = tests/fuzz/answer.c tests/fuzz/replay.c \
	tests/fuzz/target.h
tests_fuzz_answer_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_fuzz_answer_LDADD = $(exam_libs) $(SODIUM_LIBS)
tests_fuzz_exam_SOURCES = tests/fuzz/exam.c tests/fuzz/replay.c \
	tests/fuzz/target.h
tests_fuzz_exam_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_fuzz_exam_LDADD = $(exam_libs) $(SODIUM_LIBS)
