noinst_LIBRARIES += libpal.a
libpal_a_CFLAGS = $(AM_CFLAGS) $(SODIUM_CFLAGS) $(CJSON_CFLAGS)
libpal_a_SOURCES = \
	lib/alloc.c lib/alloc.h \
	lib/base64.c lib/base64.h \
	lib/beacon.c lib/beacon.h \
	lib/buf.c lib/buf.h \
	lib/canonical.c lib/canonical.h \
	lib/chains.c lib/chains.h \
	lib/checkpoint.c lib/checkpoint.h \
	lib/clock.c lib/clock.h \
	lib/cohort.c lib/cohort.h \
	lib/commit.c lib/commit.h \
	lib/cores.c lib/cores.h \
	lib/csv.c lib/csv.h \
	lib/datadir.c lib/datadir.h \
	lib/diag.c lib/diag.h \
	lib/digest.c lib/digest.h \
	lib/digest_blocks.c lib/digest_blocks.h \
	lib/file.c lib/file.h \
	lib/hex.c lib/hex.h \
	lib/inside.c lib/inside.h \
	lib/intake.c lib/intake.h \
	lib/interleave.c lib/interleave.h \
	lib/json_edit.c lib/json_edit.h \
	lib/json_escape.c lib/json_escape.h \
	lib/json_member.c lib/json_member.h \
	lib/json_scan.c lib/json_scan.h \
	lib/json_scan_parts.h lib/json_scan_scalar.c \
	lib/json_tape.c lib/json_tape.h \
	lib/json_write.c lib/json_write.h \
	lib/jsonl.c lib/jsonl.h \
	lib/keyfile.c lib/keyfile.h \
	lib/merkle.c lib/merkle.h \
	lib/minisign.c lib/minisign.h \
	lib/minisign_lines.c lib/minisign_lines.h \
	lib/minisign_secret.c lib/minisign_secret.h \
	lib/minisign_signature.c \
	lib/mllmu.c lib/mllmu.h \
	lib/note.c lib/note.h \
	lib/num.c lib/num.h \
	lib/number.c lib/number.h \
	lib/options.c lib/options.h \
	lib/out.c lib/out.h \
	lib/passphrase.c lib/passphrase.h \
	lib/perm.c lib/perm.h \
	lib/pledge.c lib/pledge.h \
	lib/private.c lib/private.h \
	lib/progress.c lib/progress.h \
	lib/proof.c lib/proof.h \
	lib/rank.c lib/rank.h \
	lib/record.c lib/record.h \
	lib/record_bytes.c lib/record_bytes.h \
	lib/record_limits.h \
	lib/reveal.c lib/reveal.h \
	lib/rng.c lib/rng.h \
	lib/roll.c lib/roll.h \
	lib/secret.c lib/secret.h \
	lib/seed.c lib/seed.h \
	lib/shape.c lib/shape.h \
	lib/sign.c lib/sign.h \
	lib/sorter.c lib/sorter.h \
	lib/splitclaim.c lib/splitclaim.h \
	lib/splitoptions.c lib/splitoptions.h \
	lib/splitrule.c lib/splitrule_check.c lib/splitrule.h \
	lib/splitsets.c lib/splitsets.h \
	lib/spool.c lib/spool.h \
	lib/staging.c lib/staging.h \
	lib/stamp.c lib/stamp.h \
	lib/strata.c lib/strata.h \
	lib/template.c lib/template.h \
	lib/ties.c lib/ties.h \
	lib/tile.c lib/tile.h \
	lib/tlog.c lib/tlog.h \
	lib/tsv.c lib/tsv.h \
	lib/utf8.c lib/utf8.h \
	lib/verifier.c lib/verifier.h \
	lib/wiped.c lib/wiped.h \
	lib/words.c lib/words.h

# What only image tools link: pictures (stb, libseccomp) and requests (libcurl)
# have archives of their own, so that no other program can depend on them.
if IMAGES
noinst_LIBRARIES += libimage.a libhttp.a
libimage_a_CFLAGS = $(AM_CFLAGS) $(SODIUM_CFLAGS) $(STB_CFLAGS) \
	$(SECCOMP_CFLAGS)
libimage_a_SOURCES = \
	lib/arena.c lib/arena.h \
	lib/cage.c lib/cage.h \
	lib/image.c lib/image.h lib/image_hash.c \
	lib/image_check.c lib/image_check.h \
	lib/image_decode.c lib/image_decode.h \
	lib/image_parts.c lib/image_parts.h \
	lib/image_parts_jpeg.c lib/image_parts_png.c lib/image_parts_walk.h \
	lib/image_png.c lib/image_png.h \
	lib/image_stb.c lib/image_stb.h
libhttp_a_CFLAGS = $(AM_CFLAGS) $(CURL_CFLAGS)
libhttp_a_SOURCES = \
	lib/http.c lib/http.h \
	lib/http_exchange.c lib/http_exchange.h \
	lib/http_multi.c lib/http_multi.h \
	lib/http_retry.c lib/http_retry.h \
	lib/http_url.c lib/http_url.h
endif
