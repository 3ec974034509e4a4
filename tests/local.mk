# The tests: plain sh scripts that print TAP (tests/lib.sh has the words; each
# room's local.mk names its own), and programs in C for what only lib/ shows.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
T_LOG_DRIVER = $(LOG_DRIVER)
TEST_EXTENSIONS = .t
AM_TESTS_ENVIRONMENT = \
	PATH='$(abs_top_builddir)':"$$PATH"; export PATH; \
	PALIMPSEST_DATA='$(abs_top_srcdir)'; export PALIMPSEST_DATA; \
	top_srcdir='$(abs_top_srcdir)'; export top_srcdir; \
	top_builddir='$(abs_top_builddir)'; export top_builddir; \
	bin_programs='$(bin_PROGRAMS)'; export bin_programs; \
	sanitizers='$(SANITIZERS)'; export sanitizers;
EXTRA_DIST += packages.txt tests/lib.sh tests/setup.sh

dist_check_SCRIPTS += \
	tests/fuzz.t \
	tests/jsonl.t \
	tests/layers.t \
	tests/options.t \
	tests/output.t \
	tests/pages.t \
	tests/peers/ajv-schema.t \
	tests/peers/python-sha256.t \
	tests/quickstart.t \
	tests/shellcheck.t \
	tests/unreadable.t

# Tests of lib/, a program a noun, which print TAP themselves.
unit_programs = \
	tests/unit/beacon \
	tests/unit/commit \
	tests/unit/digest \
	tests/unit/hex \
	tests/unit/interleave \
	tests/unit/json_edit \
	tests/unit/json_scan \
	tests/unit/json_write \
	tests/unit/merkle \
	tests/unit/note \
	tests/unit/num \
	tests/unit/perm \
	tests/unit/proof \
	tests/unit/rank \
	tests/unit/record_bytes \
	tests/unit/rng \
	tests/unit/seed \
	tests/unit/splitrule \
	tests/unit/strata \
	tests/unit/template \
	tests/unit/tsv \
	tests/unit/utf8
check_PROGRAMS += $(unit_programs) tests/verdict
TESTS += $(dist_check_SCRIPTS) $(unit_programs)
unit_libraries = tests/unit/libtap.a libpal.a $(SODIUM_LIBS)
check_LIBRARIES = tests/unit/libtap.a
tests_unit_libtap_a_SOURCES = tests/unit/tap.c tests/unit/tap.h
tests_unit_beacon_LDADD = $(unit_libraries)
tests_unit_commit_LDADD = $(unit_libraries)
tests_unit_digest_LDADD = $(unit_libraries)
tests_unit_hex_LDADD = $(unit_libraries)
tests_unit_interleave_LDADD = $(unit_libraries)
tests_unit_json_edit_LDADD = $(unit_libraries)
tests_unit_json_scan_LDADD = $(unit_libraries)
tests_unit_json_write_LDADD = $(unit_libraries)
tests_unit_merkle_LDADD = $(unit_libraries)
tests_unit_note_LDADD = $(unit_libraries)
tests_unit_num_LDADD = $(unit_libraries)
tests_unit_perm_LDADD = $(unit_libraries)
tests_unit_proof_LDADD = $(unit_libraries)
tests_unit_rank_LDADD = $(unit_libraries)
tests_unit_record_bytes_LDADD = $(unit_libraries)
tests_unit_rng_LDADD = $(unit_libraries)
tests_unit_seed_LDADD = $(unit_libraries)
tests_unit_splitrule_LDADD = $(unit_libraries)
tests_unit_strata_LDADD = $(unit_libraries)
tests_unit_template_LDADD = $(unit_libraries)
tests_unit_tsv_LDADD = $(unit_libraries)
tests_unit_utf8_LDADD = $(unit_libraries)
tests_verdict_LDADD = libpal.a

# Pictures: tests/data/images.py made the files, and the table that says what
# is in each; tests/data/image-hashes.py the hashes.
if IMAGES
image_units = tests/unit/cage tests/unit/image tests/unit/image_decode
check_PROGRAMS += $(image_units)
TESTS += $(image_units)
image_unit_libs = tests/unit/libtap.a libimage.a libpal.a $(SECCOMP_LIBS) \
	$(SODIUM_LIBS)
tests_unit_cage_LDADD = $(image_unit_libs)
tests_unit_image_LDADD = $(image_unit_libs)
tests_unit_image_decode_CFLAGS = $(AM_CFLAGS) -pthread
tests_unit_image_decode_LDADD = $(image_unit_libs)
endif
EXTRA_DIST += tests/data/image-hashes.py tests/data/images.py \
	tests/data/images.tsv

# Rendered portraits. tests/render.t compares what `draw` and `identities` write
# with tests/expected/render.sha256; identity_given.c is for other machines.
if IMAGES
portrait_units = tests/unit/appearance tests/unit/complexion \
	tests/unit/portrait
check_PROGRAMS += $(portrait_units) tests/draw tests/identities
TESTS += $(portrait_units)
check_LIBRARIES += tests/libsitters.a
regen_programs = tests/draw tests/identities
sitter_cppflags = $(AM_CPPFLAGS) -I$(srcdir)/gen -I$(srcdir)/tests
sitter_libs = tests/libsitters.a librender.a librender8.a libimage.a \
	libpal.a $(SODIUM_LIBS)
tests_libsitters_a_CPPFLAGS = $(sitter_cppflags)
tests_libsitters_a_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS)
tests_libsitters_a_SOURCES = tests/sitters.c tests/sitters.h
tests_draw_CPPFLAGS = $(sitter_cppflags)
tests_draw_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS)
tests_draw_LDADD = $(sitter_libs)
tests_identities_CPPFLAGS = $(sitter_cppflags)
tests_identities_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS)
tests_identities_LDADD = $(sitter_libs)
tests_unit_appearance_CPPFLAGS = $(sitter_cppflags)
tests_unit_appearance_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS)
tests_unit_appearance_LDADD = tests/unit/libtap.a $(sitter_libs)
tests_unit_complexion_CPPFLAGS = $(sitter_cppflags)
tests_unit_complexion_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS)
tests_unit_complexion_LDADD = tests/unit/libtap.a $(sitter_libs)
tests_unit_portrait_CPPFLAGS = $(sitter_cppflags)
tests_unit_portrait_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS)
tests_unit_portrait_LDADD = tests/unit/libtap.a $(sitter_libs)
endif
EXTRA_DIST += tests/identity_given.c tests/expected/render.sha256

# Rewrites the golden files of gen/ in tests/expected: read what has changed in
# them.
regen: mkprofiles mkqa $(regen_programs)
	$(srcdir)/tests/regen .
.PHONY: regen
EXTRA_DIST += tests/regen

# Servers: what needs none.
if IMAGES
server_units = tests/unit/base64 tests/unit/http
check_PROGRAMS += $(server_units)
TESTS += $(server_units)
tests_unit_base64_LDADD = $(unit_libraries)
tests_unit_http_LDADD = tests/unit/libtap.a libhttp.a libpal.a $(SODIUM_LIBS) \
	$(CURL_LIBS)
endif

# Fuzz targets, as programs that replay files: tests/fuzz.t runs them on the
# corpora. `make fuzz` builds them with libFuzzer and looks for new files, for
# FUZZ_SECONDS each; what it finds worth keeping stays in build/fuzz-NAME/.
fuzz_targets = json_scan record template tsv
fuzz_common = tests/fuzz/replay.c tests/fuzz/target.h
check_PROGRAMS += tests/fuzz/json_scan tests/fuzz/record \
	tests/fuzz/template tests/fuzz/tsv
tests_fuzz_json_scan_SOURCES = tests/fuzz/json_scan.c $(fuzz_common)
tests_fuzz_json_scan_LDADD = libpal.a
tests_fuzz_record_SOURCES = tests/fuzz/record.c $(fuzz_common)
tests_fuzz_record_CPPFLAGS = $(release_cppflags)
tests_fuzz_record_CFLAGS = $(release_cflags)
tests_fuzz_record_LDADD = $(release_libs)
tests_fuzz_template_SOURCES = tests/fuzz/template.c $(fuzz_common)
tests_fuzz_template_LDADD = libpal.a
tests_fuzz_tsv_SOURCES = tests/fuzz/tsv.c $(fuzz_common)
tests_fuzz_tsv_LDADD = libpal.a
EXTRA_DIST += tests/fuzz/corpus

fuzz_sources = lib/alloc.c lib/buf.c lib/canonical.c lib/diag.c \
	lib/file.c lib/json_edit.c lib/json_escape.c \
	lib/json_member.c lib/json_scan.c lib/json_scan_scalar.c \
	lib/json_tape.c lib/jsonl.c \
	lib/num.c lib/record.c lib/shape.c lib/template.c lib/tsv.c lib/utf8.c \
	lib/words.c release/files/findings.c release/records/asked.c \
	release/records/biography.c release/records/form.c \
	release/records/layout.c release/records/person.c \
	release/records/person_check.c release/records/question_answer.c \
	release/records/question_check.c release/records/question_counts.c \
	release/records/question_links.c release/records/question_set.c \
	release/records/question_sets.c release/records/spelling.c
# Keys and signatures.
fuzz_targets += keys signature
fuzz_sources += lib/base64.c lib/minisign.c lib/minisign_lines.c \
	lib/minisign_secret.c lib/minisign_signature.c lib/out.c \
	lib/passphrase.c lib/private.c lib/sign.c lib/wiped.c
check_PROGRAMS += tests/fuzz/keys tests/fuzz/signature
tests_fuzz_keys_SOURCES = tests/fuzz/keys.c $(fuzz_common)
tests_fuzz_keys_LDADD = libpal.a $(SODIUM_LIBS)
tests_fuzz_signature_SOURCES = tests/fuzz/signature.c $(fuzz_common)
tests_fuzz_signature_LDADD = libpal.a $(SODIUM_LIBS)

# Notes, checkpoints and proofs of a log.
fuzz_targets += note checkpoint proof
fuzz_sources += lib/checkpoint.c lib/merkle.c lib/note.c lib/proof.c
check_PROGRAMS += tests/fuzz/note tests/fuzz/checkpoint tests/fuzz/proof
tests_fuzz_note_SOURCES = tests/fuzz/note.c $(fuzz_common)
tests_fuzz_note_LDADD = libpal.a $(SODIUM_LIBS)
tests_fuzz_checkpoint_SOURCES = tests/fuzz/checkpoint.c $(fuzz_common)
tests_fuzz_checkpoint_LDADD = libpal.a $(SODIUM_LIBS)
tests_fuzz_proof_SOURCES = tests/fuzz/proof.c $(fuzz_common)
tests_fuzz_proof_LDADD = libpal.a $(SODIUM_LIBS)

# Beacons, commitments and what is revealed for them.
fuzz_targets += beacon
fuzz_sources += lib/beacon.c lib/commit.c lib/digest.c lib/digest_blocks.c \
	lib/hex.c lib/json_write.c lib/reveal.c
check_PROGRAMS += tests/fuzz/beacon
tests_fuzz_beacon_SOURCES = tests/fuzz/beacon.c $(fuzz_common)
tests_fuzz_beacon_LDADD = libpal.a $(SODIUM_LIBS)
EXTRA_DIST += tests/data/drand

# What a split says of itself.
fuzz_targets += splitclaim
fuzz_sources += lib/datadir.c lib/mllmu.c lib/rank.c lib/seed.c \
	lib/splitclaim.c lib/splitrule.c lib/splitrule_check.c lib/splitsets.c
check_PROGRAMS += tests/fuzz/splitclaim
tests_fuzz_splitclaim_SOURCES = tests/fuzz/splitclaim.c $(fuzz_common)
tests_fuzz_splitclaim_LDADD = libpal.a $(SODIUM_LIBS)

# Schemas and texts, patterns and texts.
fuzz_targets += schema automaton
fuzz_sources += lib/datadir.c lib/inside.c lib/json_tape.c lib/json_write.c
check_PROGRAMS += tests/fuzz/schema tests/fuzz/automaton
tests_fuzz_schema_SOURCES = tests/fuzz/schema.c $(fuzz_common)
tests_fuzz_schema_LDADD = $(schema_libs)
tests_fuzz_automaton_SOURCES = tests/fuzz/automaton.c $(fuzz_common)
tests_fuzz_automaton_LDADD = $(schema_libs)

if IMAGES
fuzz_targets += image
fuzz_sources += lib/arena.c lib/image_parts.c lib/image_parts_jpeg.c \
	lib/image_parts_png.c lib/image_stb.c
check_PROGRAMS += tests/fuzz/image
tests_fuzz_image_SOURCES = tests/fuzz/image.c $(fuzz_common)
tests_fuzz_image_LDADD = libimage.a libpal.a

fuzz_targets += reply
fuzz_sources += gen/servers/reply.c gen/servers/reply_comfy.c lib/base64.c \
	lib/http_url.c
check_PROGRAMS += tests/fuzz/reply
tests_fuzz_reply_SOURCES = tests/fuzz/reply.c $(fuzz_common)
tests_fuzz_reply_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/gen
tests_fuzz_reply_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS)
tests_fuzz_reply_LDADD = libservers.a libhttp.a libpal.a $(SODIUM_LIBS) \
	$(CJSON_LIBS) $(CURL_LIBS)
endif

# JSON Schema.
fuzz_targets += decimal format pattern uri
check_PROGRAMS += tests/fuzz/decimal tests/fuzz/format tests/fuzz/pattern \
	tests/fuzz/uri
tests_fuzz_decimal_SOURCES = tests/fuzz/decimal.c $(fuzz_common)
tests_fuzz_decimal_LDADD = $(schema_libs)
tests_fuzz_format_SOURCES = tests/fuzz/format.c $(fuzz_common)
tests_fuzz_format_LDADD = $(schema_libs)
tests_fuzz_pattern_SOURCES = tests/fuzz/pattern.c $(fuzz_common)
tests_fuzz_pattern_LDADD = $(schema_libs)
tests_fuzz_uri_SOURCES = tests/fuzz/uri.c $(fuzz_common)
tests_fuzz_uri_LDADD = $(schema_libs)

# Rows of other benchmarks, and people looked at by the rules of cklint.
fuzz_targets += lint rows
fuzz_lint_targets = lint rows
fuzz_sources += lib/options.c lib/sorter.c lib/spool.c
check_PROGRAMS += tests/fuzz/lint tests/fuzz/rows
tests_fuzz_lint_SOURCES = tests/fuzz/lint.c $(fuzz_common)
tests_fuzz_lint_CPPFLAGS = $(lint_cppflags)
tests_fuzz_lint_CFLAGS = $(lint_cflags)
tests_fuzz_lint_LDADD = $(lint_libs)
tests_fuzz_rows_SOURCES = tests/fuzz/rows.c $(fuzz_common)
tests_fuzz_rows_CPPFLAGS = $(lint_cppflags)
tests_fuzz_rows_CFLAGS = $(lint_cflags)
tests_fuzz_rows_LDADD = $(lint_libs)

# Marks of replies.
fuzz_targets += mark
fuzz_sources += $(libmark_a_SOURCES) $(libtext_a_SOURCES) \
	$(libexam_a_SOURCES) lib/alloc.c lib/datadir.c
check_PROGRAMS += tests/fuzz/mark
tests_fuzz_mark_SOURCES = tests/fuzz/mark.c $(fuzz_common)
tests_fuzz_mark_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
tests_fuzz_mark_CFLAGS = $(AM_CFLAGS) $(UTF8PROC_CFLAGS)
tests_fuzz_mark_LDADD = $(mark_libs) $(UTF8PROC_LIBS) $(SODIUM_LIBS) -lm

# What a release asks, and what was answered.
fuzz_targets += answer exam
fuzz_sources += $(libexam_a_SOURCES) lib/intake.c lib/perm.c lib/tile.c \
	lib/tlog.c

# Figures of other programs, and printed percentages.
fuzz_targets += figures
fuzz_sources += $(libmeasures_a_SOURCES) lib/csv.c lib/number.c lib/rng.c

# What servers of chats reply.
fuzz_targets += answer_reply
fuzz_sources += eval/ask/asking.c eval/ask/chat_reply.c \
	eval/ask/chat_request.c eval/ask/judge_prompt.c eval/ask/letters.c \
	eval/ask/messages.c eval/ask/pictures.c eval/ask/prompt_file.c \
	eval/ask/scored.c

# All sources are built once for all targets, those of cklint into an archive of
# their own: other rooms have functions of the same names. Of the names to avoid,
# which cklint reads each time, a few do.
FUZZ_CC = clang
FUZZ_SECONDS = 60
FUZZ_TARGETS = $(fuzz_targets)
fuzz_flags = -g -O1 -fsanitize=address,undefined $(DEFS) -I. $(AM_CPPFLAGS) \
	-I$(srcdir)/gen -I$(srcdir)/release -I$(srcdir)/validate \
	-I$(srcdir)/eval \
	$(PAL_CFLAGS) $(CJSON_CFLAGS) $(STB_CFLAGS) $(PCRE2_CFLAGS) \
	$(UTF8PROC_CFLAGS) $(IDN2_CFLAGS)
fuzz_libs = fuzz-objects/all.a $(CJSON_LIBS) $(SODIUM_LIBS) $(CURL_LIBS) \
	$(PCRE2_LIBS) $(UTF8PROC_LIBS) $(IDN2_LIBS)
fuzz: config.h
	set -e; rm -rf fuzz-objects; mkdir fuzz-objects; \
	for source in $$(printf '%s\n' $(fuzz_sources) \
	    $(libschema_a_SOURCES) $(liblint_a_SOURCES) | grep '\.c$$' | \
	    sort -u); do \
	    $(FUZZ_CC) $(fuzz_flags) -fsanitize=fuzzer-no-link -c \
	        -o fuzz-objects/$$(echo $$source | tr / -).o \
	        $(srcdir)/$$source; \
	done; \
	$(AR) rc fuzz-objects/lint.a fuzz-objects/validate-lint-*.o; \
	rm fuzz-objects/validate-lint-*.o; \
	$(AR) rc fuzz-objects/all.a fuzz-objects/*.o; \
	rm -rf fuzz-data; mkdir fuzz-data; \
	cp -R $(srcdir)/schema $(srcdir)/templates fuzz-data; \
	sed 40q $(srcdir)/templates/world/avoid.txt \
	    >fuzz-data/templates/world/avoid.txt; \
	PALIMPSEST_DATA=$$PWD/fuzz-data; export PALIMPSEST_DATA; \
	for target in $(FUZZ_TARGETS); do \
	    mkdir -p fuzz-$$target; \
	    case ' $(fuzz_lint_targets) ' in \
	    *" $$target "*) lint=fuzz-objects/lint.a ;; \
	    *) lint= ;; \
	    esac; \
	    $(FUZZ_CC) $(fuzz_flags) -fsanitize=fuzzer -o fuzz-$$target/run \
	        $(srcdir)/tests/fuzz/$$target.c $$lint $(fuzz_libs); \
	    fuzz-$$target/run -max_total_time=$(FUZZ_SECONDS) -verbosity=0 \
	        fuzz-$$target $(srcdir)/tests/fuzz/corpus/$$target; \
	done
.PHONY: fuzz
