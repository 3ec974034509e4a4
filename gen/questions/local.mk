# Questions about people.
bin_PROGRAMS += mkqa
mkqa_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/gen
mkqa_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS)
mkqa_SOURCES = gen/questions/mkqa.c \
	gen/questions/answer.c gen/questions/answer.h \
	gen/questions/others.c gen/questions/others.h \
	gen/questions/plan.c gen/questions/plan.h \
	gen/questions/probes.c gen/questions/probes.h \
	gen/questions/question.c gen/questions/question.h \
	gen/questions/spelling.c gen/questions/spelling.h \
	gen/questions/subject.c gen/questions/subject.h \
	gen/questions/wordings.c gen/questions/wordings.h
mkqa_LDADD = libpeople.a libpal.a $(SODIUM_LIBS) $(CJSON_LIBS)
dist_man_MANS += man/mkqa.1
dist_check_SCRIPTS += tests/mkqa.t
EXTRA_DIST += \
	tests/data/celebrities.jq \
	tests/data/images.jq \
	tests/data/questions.awk \
	tests/data/questions.jq \
	tests/data/stopwords.txt \
	tests/data/wordings.awk \
	tests/expected/mkqa.jsonl \
	tests/expected/mkqa.sha256
