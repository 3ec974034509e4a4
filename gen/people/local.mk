# Made people: their facts, names and biographies, of a world's tables.
bin_PROGRAMS += mkprofiles
noinst_LIBRARIES += libpeople.a
libpeople_a_CFLAGS = $(AM_CFLAGS) $(SODIUM_CFLAGS) $(CJSON_CFLAGS)
libpeople_a_SOURCES = \
	gen/people/calendar.c gen/people/calendar.h \
	gen/people/conflicts.c gen/people/conflicts.h \
	gen/people/contacts.c gen/people/contacts.h \
	gen/people/domains.c gen/people/domains.h \
	gen/people/facts.c gen/people/facts.h \
	gen/people/folder_hash.c gen/people/folder_hash.h \
	gen/people/forms.c gen/people/forms.h \
	gen/people/names.c gen/people/names.h \
	gen/people/person.c gen/people/person.h \
	gen/people/quota.c gen/people/quota.h \
	gen/people/surnames.c gen/people/surnames.h \
	gen/people/world.c gen/people/world.h \
	gen/people/world_tables.c gen/people/world_tables.h

mkprofiles_SOURCES = gen/people/mkprofiles.c \
	gen/people/appearance.c gen/people/appearance.h \
	gen/people/biography.c gen/people/biography.h \
	gen/people/people.c gen/people/people.h \
	gen/people/profile.c gen/people/profile.h
mkprofiles_LDADD = libpeople.a libpal.a $(SODIUM_LIBS)
dist_man_MANS += man/mkprofiles.1
dist_check_SCRIPTS += \
	tests/biography.t \
	tests/interrupt.t \
	tests/mkprofiles.t \
	tests/people.t \
	tests/world.t \
	tests/worlds.t
EXTRA_DIST += tests/rules.tsv tests/world-lint \
	tests/data/biography.awk \
	tests/data/dates.awk \
	tests/data/facts.awk \
	tests/data/probes.awk \
	tests/data/quotas.awk \
	tests/data/rules.awk \
	tests/data/shares.awk \
	tests/data/synonyms.tsv \
	tests/expected/mkprofiles.jsonl \
	tests/expected/mkprofiles.sha256
