# bench: speeds beside those of other programs. `make bench` prints the table,
# `make floors` what can be scored without knowing anything, `make judge` what
# programs that know nothing of us make of rendered portraits.
bench_programs = \
	bench/anchor_cjson \
	bench/anchor_hash \
	bench/anchor_writer \
	bench/hash_files \
	bench/pair \
	bench/render
if IMAGES
bench_programs += bench/portrait
bench_portrait_CPPFLAGS = $(sitter_cppflags)
bench_portrait_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS)
bench_portrait_LDADD = $(sitter_libs)
endif
EXTRA_PROGRAMS = $(bench_programs)
CLEANFILES += $(bench_programs)
bench_anchor_cjson_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS)
bench_anchor_cjson_LDADD = libpal.a $(CJSON_LIBS)
bench_anchor_hash_LDADD = libpal.a $(SODIUM_LIBS)
bench_anchor_writer_LDADD = libpal.a
bench_hash_files_LDADD = libpal.a $(SODIUM_LIBS)
bench_pair_LDADD = libpal.a
bench_render_LDADD = libpal.a
EXTRA_DIST += bench/run bench/floors bench/faker.mjs bench/handlebars.mjs \
	bench/ajv.mjs bench/records.py \
	bench/split.py bench/textscore.py bench/judge-portraits bench/judge-manifest \
	bench/judge_faces.mjs bench/judge_haar.py bench/judge_table.py \
	bench/contact-sheet
dist_check_SCRIPTS += tests/peers/portraits.t

bench_environment = \
	PATH='$(abs_top_builddir)':"$$PATH"; export PATH; \
	PALIMPSEST_DATA='$(abs_top_srcdir)'; export PALIMPSEST_DATA; \
	top_srcdir='$(abs_top_srcdir)'; export top_srcdir;
bench: all $(bench_programs)
	$(bench_environment) $(SHELL) $(srcdir)/bench/run
floors: all
	$(bench_environment) $(SHELL) $(srcdir)/bench/floors
judge: all
	$(bench_environment) $(SHELL) $(srcdir)/bench/judge-portraits
.PHONY: bench floors judge
