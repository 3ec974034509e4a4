bin_PROGRAMS += mkprofiles
noinst_LIBRARIES += libgen.a
libgen_a_CFLAGS = $(AM_CFLAGS) $(SODIUM_CFLAGS) $(CJSON_CFLAGS)
libgen_a_SOURCES = \
	gen/calendar.c gen/calendar.h \
	gen/conflicts.c gen/conflicts.h \
	gen/contacts.c gen/contacts.h \
	gen/domains.c gen/domains.h \
	gen/facts.c gen/facts.h \
	gen/folder_hash.c gen/folder_hash.h \
	gen/forms.c gen/forms.h \
	gen/names.c gen/names.h \
	gen/person.c gen/person.h \
	gen/quota.c gen/quota.h \
	gen/surnames.c gen/surnames.h \
	gen/world.c gen/world.h \
	gen/world_tables.c gen/world_tables.h

mkprofiles_SOURCES = gen/mkprofiles.c \
	gen/appearance.c gen/appearance.h \
	gen/biography.c gen/biography.h \
	gen/people.c gen/people.h \
	gen/profile.c gen/profile.h
mkprofiles_LDADD = libgen.a libpal.a $(SODIUM_LIBS)

bin_PROGRAMS += mkqa
mkqa_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS)
mkqa_SOURCES = gen/mkqa.c \
	gen/answer.c gen/answer.h \
	gen/others.c gen/others.h \
	gen/plan.c gen/plan.h \
	gen/probes.c gen/probes.h \
	gen/question.c gen/question.h \
	gen/spelling.c gen/spelling.h \
	gen/subject.c gen/subject.h \
	gen/wordings.c gen/wordings.h
mkqa_LDADD = libgen.a libpal.a $(SODIUM_LIBS) $(CJSON_LIBS)

# Where pictures come from that are not drawn: servers and commands.
if IMAGES
noinst_LIBRARIES += libbackend.a
libbackend_a_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS)
libbackend_a_SOURCES = \
	gen/backend.c gen/backend.h gen/backend_kinds.h \
	gen/backend_comfy.c \
	gen/backend_command.c \
	gen/backend_openai.c \
	gen/backend_sdapi.c \
	gen/backend_sdcpp.c \
	gen/exchange.c gen/exchange.h \
	gen/fields.c gen/fields.h \
	gen/program.c gen/program.h \
	gen/prompt.c gen/prompt.h \
	gen/reply.c gen/reply.h \
	gen/reply_comfy.c gen/reply_comfy.h \
	gen/shell.c gen/shell.h \
	gen/workflow.c gen/workflow.h

bin_PROGRAMS += mkimages
mkimages_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/gen
mkimages_CFLAGS = $(AM_CFLAGS) -pthread $(CJSON_CFLAGS) $(SODIUM_CFLAGS)
mkimages_SOURCES = gen/mkimages.c \
	gen/asking.c gen/asking.h \
	gen/crew.c gen/crew.h \
	gen/drawing.c gen/drawing.h \
	gen/image_pin.c gen/image_pin.h \
	gen/image_record.c gen/image_record.h \
	gen/image_store.c gen/image_store.h \
	gen/portraits.c gen/portraits.h \
	gen/qc_command.c gen/qc_command.h \
	gen/secret.c gen/secret.h \
	gen/shots.c gen/shots.h \
	gen/sitter.c gen/sitter.h \
	gen/studio.c gen/studio.h \
	gen/wardrobe.c gen/wardrobe.h
mkimages_LDADD = librender.a librender8.a libbackend.a libimage.a libhttp.a \
	libgen.a libpal.a $(SODIUM_LIBS) $(CJSON_LIBS) $(SECCOMP_LIBS) \
	$(CURL_LIBS)
dist_man_MANS += man/mkimages.1
dist_check_SCRIPTS += tests/mkimages.t tests/pictures.t tests/pins.t
dist_check_SCRIPTS += tests/programs.t
dist_check_SCRIPTS += tests/backends.t
dist_check_SCRIPTS += tests/render.t tests/peers/render-cross.t
EXTRA_DIST += tests/replay-server

bin_PROGRAMS += ckimages
ckimages_CFLAGS = $(AM_CFLAGS) -pthread $(CJSON_CFLAGS)
ckimages_SOURCES = gen/ckimages.c \
	gen/audit.c gen/audit.h \
	gen/gallery.c gen/gallery.h \
	gen/image_audit.c gen/image_audit.h \
	gen/image_claim.c gen/image_claim.h \
	gen/unlisted.c gen/unlisted.h
ckimages_LDADD = libimage.a libpal.a $(SODIUM_LIBS) $(CJSON_LIBS) \
	$(SECCOMP_LIBS)
dist_man_MANS += man/ckimages.1
dist_check_SCRIPTS += tests/ckimages.t
endif

dist_check_SCRIPTS += \
	tests/biography.t \
	tests/interrupt.t \
	tests/mkprofiles.t \
	tests/mkqa.t \
	tests/people.t \
	tests/world.t \
	tests/worlds.t
EXTRA_DIST += tests/regen tests/rules.tsv tests/world-lint \
	tests/data/biography.awk \
	tests/data/celebrities.jq \
	tests/data/dates.awk \
	tests/data/facts.awk \
	tests/data/images.jq \
	tests/data/probes.awk \
	tests/data/questions.awk \
	tests/data/questions.jq \
	tests/data/quotas.awk \
	tests/data/rules.awk \
	tests/data/shares.awk \
	tests/data/stopwords.txt \
	tests/data/synonyms.tsv \
	tests/data/wordings.awk \
	tests/expected/mkprofiles.jsonl \
	tests/expected/mkprofiles.sha256 \
	tests/expected/mkqa.jsonl \
	tests/expected/mkqa.sha256

# Rewrites those files in tests/expected: read what has changed in them.
regen: mkprofiles mkqa $(regen_programs)
	$(srcdir)/tests/regen .
.PHONY: regen
