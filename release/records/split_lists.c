#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "file.h"
#include "files/derived.h"
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

/* Puts the ids of a set's ranks. */
static int put_ranks(const struct splits *s, const struct splitset *set,
                     struct derived *d, struct spool *ranked)
{
    int rc = 0;
    for (size_t i = 0; i < set->range_count && rc == 0; i++) {
        uint64_t first = set->ranges[i].first, from = 0;
        if (first > 1)
            from = s->bounds[splitsets_segment(&s->sets, first - 1)];
        rc = put_range(d, ranked, from,
                       s->bounds[splitsets_segment(&s->sets,
                                                   set->ranges[i].last)]);
    }
    return rc;
}

static int put_set(struct splits *s, const struct splitset *set,
                   struct derived *d)
{
    if (set->kind == RECORD_CELEBRITY)
        return put_range(d, &s->real, 0, s->real.size);
    if (set->kind == RECORD_STRANGER)
        return put_range(d, &s->stranger, 0, s->stranger.size);
    return put_ranks(s, set, d, &s->ranked);
}

static int derive_list(struct splits *s, struct lists *l,
                       const struct splitset *set)
{
    unsigned char digest[DIGEST_BYTES];
    struct derived d;
    struct buf place = BUF_EMPTY;
    buf_printf(&place, "splits/%s.txt", set->name);
    int rc = derived_open(&d, l->folder, buf_string(&place), l->findings);
    if (rc == 0) {
        int put = put_set(s, set, &d);
        rc = derived_close(&d, digest) < 0 ? -1 : put;
    }
    if (rc == 0)
        note_set(l, set->name, set->count, digest);
    if (rc == 0 && l->tree != NULL)
        rc = tree_explain(l->tree, buf_string(&place));
    buf_release(&place);
    return rc;
}

void splits_write_rule(const struct splits *s, struct buf *out)
{
    if (!s->used) {
        buf_puts(out, "null");
        return;
    }
    buf_putc(out, '{');
    splitrule_write(&s->rule, out);
    buf_putc(out, '}');
}

static int derive_index(const struct splits *s, struct lists *l)
{
    struct buf text = BUF_EMPTY;
    struct derived d;
    buf_putc(&text, '{');
    json_write_member(&text, "schema", "palimpsest/splits/1");
    splitrule_write(&s->rule, &text);
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
    if (!s->used)
        return 0;
    int rc = make_folder(&l);
    for (size_t i = 0; i < s->sets.count && rc == 0; i++)
        rc = derive_list(s, &l, &s->sets.list[i]);
    if (rc == 0)
        rc = derive_index(s, &l);
    buf_release(&l.sets);
    return rc;
}
