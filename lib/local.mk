noinst_LIBRARIES += libpal.a
libpal_a_CFLAGS = $(AM_CFLAGS) $(SODIUM_CFLAGS)
libpal_a_SOURCES = \
	lib/alloc.c lib/alloc.h \
	lib/buf.c lib/buf.h \
	lib/datadir.c lib/datadir.h \
	lib/diag.c lib/diag.h \
	lib/digest.c lib/digest.h \
	lib/file.c lib/file.h \
	lib/intake.c lib/intake.h \
	lib/json_scan.c lib/json_scan.h \
	lib/json_write.c lib/json_write.h \
	lib/jsonl.c lib/jsonl.h \
	lib/num.c lib/num.h \
	lib/options.c lib/options.h \
	lib/out.c lib/out.h \
	lib/perm.c lib/perm.h \
	lib/progress.c lib/progress.h \
	lib/rank.c lib/rank.h \
	lib/record.c lib/record.h \
	lib/rng.c lib/rng.h \
	lib/seed.c lib/seed.h \
	lib/splitrule.c lib/splitrule.h \
	lib/spool.c lib/spool.h \
	lib/template.c lib/template.h \
	lib/tsv.c lib/tsv.h \
	lib/utf8.c lib/utf8.h
