# Questions put to whoever answers.
noinst_LIBRARIES += libask.a
libask_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
libask_a_SOURCES = \
	eval/ask/answer_write.c eval/ask/answer_write.h \
	eval/ask/answerer.c eval/ask/answerer.h \
	eval/ask/asker.c eval/ask/asker.h \
	eval/ask/asking.c eval/ask/asking.h \
	eval/ask/compose.c eval/ask/compose.h \
	eval/ask/journal.c eval/ask/journal.h \
	eval/ask/messages.c eval/ask/messages.h \
	eval/ask/plan.c eval/ask/plan.h \
	eval/ask/prompt.c eval/ask/prompt.h \
	eval/ask/resume.c eval/ask/resume.h \
	eval/ask/round.c eval/ask/round.h \
	eval/ask/shots.c eval/ask/shots.h

bin_PROGRAMS += mlask
mlask_SOURCES = eval/mlask.c
mlask_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
mlask_LDADD = libask.a $(exam_libs) $(SODIUM_LIBS)

dist_man_MANS += man/mlask.1 man/palimpsest-answers.5
dist_check_SCRIPTS += tests/mlask.t
