# Questions put to whoever answers.
noinst_LIBRARIES += libask.a
libask_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
libask_a_SOURCES = \
	eval/ask/answer_write.c eval/ask/answer_write.h \
	eval/ask/answerer.c eval/ask/answerer.h \
	eval/ask/asker.c eval/ask/asker.h \
	eval/ask/asking.c eval/ask/asking.h \
	eval/ask/chat.c eval/ask/chat.h \
	eval/ask/chat_reply.c eval/ask/chat_reply.h \
	eval/ask/chat_request.c eval/ask/chat_request.h \
	eval/ask/client.c eval/ask/client.h \
	eval/ask/client_args.c eval/ask/client_args.h \
	eval/ask/compose.c eval/ask/compose.h \
	eval/ask/journal.c eval/ask/journal.h \
	eval/ask/judge_prompt.c eval/ask/judge_prompt.h \
	eval/ask/judging.c eval/ask/judging.h \
	eval/ask/letters.c eval/ask/letters.h \
	eval/ask/messages.c eval/ask/messages.h \
	eval/ask/pictures.c eval/ask/pictures.h \
	eval/ask/plan.c eval/ask/plan.h \
	eval/ask/prompt.c eval/ask/prompt.h \
	eval/ask/prompt_file.c eval/ask/prompt_file.h \
	eval/ask/resume.c eval/ask/resume.h \
	eval/ask/round.c eval/ask/round.h \
	eval/ask/scored.c eval/ask/scored.h \
	eval/ask/shots.c eval/ask/shots.h \
	eval/ask/turns.c eval/ask/turns.h \
	eval/ask/verdict_log.c eval/ask/verdict_log.h

dist_man_MANS += man/palimpsest-answers.5

check_PROGRAMS += tests/fuzz/answer_reply
tests_fuzz_answer_reply_SOURCES = tests/fuzz/answer_reply.c \
	tests/fuzz/replay.c tests/fuzz/target.h
tests_fuzz_answer_reply_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_fuzz_answer_reply_LDADD = libask.a $(exam_libs) $(SODIUM_LIBS) -lm

# It asks servers, with libcurl.
if IMAGES
bin_PROGRAMS += mlask
mlask_SOURCES = eval/mlask.c
mlask_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
mlask_LDADD = libask.a libhttp.a $(exam_libs) $(SODIUM_LIBS) $(CURL_LIBS) -lm

dist_man_MANS += man/mlask.1
dist_check_SCRIPTS += tests/mlask.t tests/ask-server.t \
	tests/peers/mock-llm.t
endif
