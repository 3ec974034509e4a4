#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "derived.h"
#include "file.h"
#include "json_write.h"
#include "splits.h"

#define BLOCK ((size_t)1 << 16)

/* Where the lists go, and what is known of them. */
struct lists {
    const char *folder;
    struct findings *findings;
    struct tree *tree;
    struct buf sets; /* members of "sets" in splits.json */
};

static int put_range(struct derived *d, struct spool *spool, uint64_t from,
                     uint64_t to)
{
    struct buf block = BUF_EMPTY;
    int rc = 0;
    while (from < to && rc == 0) {
        size_t len = to - from < BLOCK ? (size_t)(to - from) : BLOCK;
        rc = spool_read(spool, from, len, &block);
        if (rc == 0)
            derived_put(d, block.data, len);
        from += len;
    }
    buf_release(&block);
    return rc;
}

static void note_set(struct lists *l, const char *name, uint64_t count,
                     const unsigned char *digest)
{
    char hex[DIGEST_HEX + 1];
    digest_to_hex(digest, hex);
    if (l->sets.len > 0)
        buf_putc(&l->sets, ',');
    buf_putc(&l->sets, '{');
    json_write_member(&l->sets, "name", name);
    json_write_member_u64(&l->sets, "count", count);
    json_write_member(&l->sets, "sha256", hex);
    buf_putc(&l->sets, '}');
}

/* One list: the bytes from..to of a spool. */
static int derive_list(struct lists *l, const char *name, uint64_t count,
                       struct spool *spool, uint64_t from, uint64_t to)
{
    unsigned char digest[DIGEST_BYTES];
    struct derived d;
    struct buf place = BUF_EMPTY;
    buf_printf(&place, "splits/%s.txt", name);
    int rc = derived_open(&d, l->folder, buf_string(&place), l->findings);
    if (rc == 0) {
        int put = put_range(&d, spool, from, to);
        rc = derived_close(&d, digest) < 0 ? -1 : put;
    }
    if (rc == 0)
        note_set(l, name, count, digest);
    if (rc == 0 && l->tree != NULL)
        rc = tree_explain(l->tree, buf_string(&place));
    buf_release(&place);
    return rc;
}

static int derive_ratio(struct splits *s, struct lists *l, size_t i)
{
    unsigned p = s->rule.ratios[i];
    uint64_t k = splitrule_forget_count(s->rule.n, p);
    struct buf name = BUF_EMPTY;
    splitrule_forget_name(p, &name);
    int rc = derive_list(l, buf_string(&name), k, &s->ranked, 0,
                         s->bounds[i]);
    buf_clear(&name);
    splitrule_retain_name(p, &name);
    if (rc == 0)
        rc = derive_list(l, buf_string(&name), s->rule.n - k, &s->ranked,
                         s->bounds[i], s->ranked.size);
    buf_release(&name);
    return rc;
}

static void write_rule(const struct splits *s, struct buf *out)
{
    json_write_member(out, "rule", SPLITRULE_NAME);
    json_write_member(out, "seed", s->seed);
    json_write_member_u64(out, "n", s->rule.n);
    json_write_name(out, "ratios");
    buf_putc(out, '[');
    for (size_t i = 0; i < s->rule.count; i++) {
        if (i > 0)
            buf_putc(out, ',');
        buf_put_u64(out, s->rule.ratios[i]);
    }
    buf_putc(out, ']');
}

void splits_write_rule(const struct splits *s, struct buf *out)
{
    if (s->seed == NULL) {
        buf_puts(out, "null");
        return;
    }
    buf_putc(out, '{');
    write_rule(s, out);
    buf_putc(out, '}');
}

static int derive_index(const struct splits *s, struct lists *l)
{
    struct buf text = BUF_EMPTY;
    struct derived d;
    buf_putc(&text, '{');
    json_write_member(&text, "schema", "palimpsest/splits/1");
    write_rule(s, &text);
    json_write_name(&text, "sets");
    buf_putc(&text, '[');
    buf_add(&text, l->sets.data, l->sets.len);
    buf_puts(&text, "]}\n");
    int rc = derived_open(&d, l->folder, "splits/splits.json", l->findings);
    if (rc == 0) {
        derived_put(&d, text.data, text.len);
        rc = derived_close(&d, NULL);
    }
    if (rc == 0 && l->tree != NULL)
        rc = tree_explain(l->tree, "splits/splits.json");
    buf_release(&text);
    return rc;
}

static int make_folder(const struct lists *l)
{
    char *path = file_join(l->folder, "splits");
    int rc = l->findings == NULL ? mkdir(path, 0777) : 0;
    if (rc < 0)
        diag_errno("cannot make %s", path);
    free(path);
    return rc;
}

int splits_derive(struct splits *s, const char *folder,
                  struct findings *findings, struct tree *tree)
{
    struct lists l = {folder, findings, tree, BUF_EMPTY};
    if (s->seed == NULL)
        return 0;
    int rc = make_folder(&l);
    for (size_t i = 0; i < s->rule.count && rc == 0; i++)
        rc = derive_ratio(s, &l, i);
    if (rc == 0 && s->real_count > 0)
        rc = derive_list(&l, "real", s->real_count, &s->real, 0,
                         s->real.size);
    if (rc == 0 && s->stranger_count > 0)
        rc = derive_list(&l, "stranger", s->stranger_count, &s->stranger, 0,
                         s->stranger.size);
    if (rc == 0)
        rc = derive_index(s, &l);
    buf_release(&l.sets);
    return rc;
}
