#include "config.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "splits.h"

/* A person read back from `ids`. */
struct known {
    uint64_t line;
    size_t len;
    char id[RECORD_ID_LIMIT + 1];
    unsigned char key[DIGEST_BYTES];
};

static int read_known(struct splits *s, uint32_t index, struct buf *b,
                      struct known *known)
{
    uint64_t offset = s->offsets[index];
    size_t head = sizeof known->line + 1;
    if (spool_read(&s->ids, offset, head, b) < 0)
        return -1;
    memcpy(&known->line, b->data, sizeof known->line);
    known->len = (unsigned char)b->data[head - 1];
    if (spool_read(&s->ids, offset + head, known->len, b) < 0)
        return -1;
    memcpy(known->id, b->data, known->len);
    known->id[known->len] = '\0';
    return 0;
}

/* An entry whose key begins as that of others does. */
struct tie {
    struct known known;
    struct rank_entry entry;
};

static int by_key(const void *a, const void *b)
{
    const struct tie *x = a, *y = b;
    int order = memcmp(x->known.key, y->known.key, DIGEST_BYTES);
    return order != 0 ? order : strcmp(x->known.id, y->known.id);
}

static bool is_there(const struct tie *ties, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(ties[i].known.id, id) == 0)
            return true;
    return false;
}

/* Puts `count` entries into the order of the whole key, then of the id. Those
 * of an id that is there twice, which is told elsewhere, stay as they are, so
 * that many of them need no memory. Returns 0, or -1 (told). */
static int settle(struct splits *s, struct rank_entry *entries, size_t count,
                  struct buf *work)
{
    struct tie *ties = NULL;
    size_t cap = 0, i;
    int rc = 0;
    for (i = 0; i < count; i++) {
        if (i == cap) {
            cap = cap == 0 ? 2 : 2 * cap;
            ties = xrealloc(ties, cap, sizeof *ties);
        }
        struct known *known = &ties[i].known;
        rc = read_known(s, entries[i].index, work, known);
        if (rc < 0 || is_there(ties, i, known->id))
            goto out;
        splitrule_key(s->seed, known->id, known->len, known->key);
        ties[i].entry = entries[i];
    }
    qsort(ties, count, sizeof *ties, by_key);
    for (i = 0; i < count; i++)
        entries[i] = ties[i].entry;
out:
    free(ties);
    return rc;
}

/* Settles all runs of entries whose 64-bit keys are equal. */
static int settle_ties(struct splits *s, struct buf *work)
{
    const struct rank_entry *e = s->entries;
    for (size_t from = 0, to; from < s->count; from = to) {
        to = from + 1;
        while (to < s->count && e[to].key == e[from].key)
            to++;
        if (to - from > 1 &&
            settle(s, s->entries + from, to - from, work) < 0)
            return -1;
    }
    return 0;
}

static void check_stated(const struct known *known, uint32_t stated,
                         uint64_t rank, const char *file, struct findings *f)
{
    if (stated != rank)
        findings_add(f, FINDINGS_SPLITS,
                     (struct diag_place){file, file ? known->line : 0,
                                         known->id},
                     "split: its rank is %" PRIu32 ", the rule gives %" PRIu64,
                     stated, rank);
}

/* Notes where the forget sets end that hold `count` people. */
static void note_bounds(struct splits *s, uint64_t count)
{
    for (size_t i = 0; i < s->rule.count; i++)
        if (splitrule_forget_count(s->rule.n, s->rule.ratios[i]) == count)
            s->bounds[i] = s->ranked.size;
}

int splits_rank(struct splits *s, const char *file, struct findings *f)
{
    struct buf work = BUF_EMPTY;
    if (s->seed == NULL)
        return 0;
    if (s->rule.n != s->count)
        findings_add(f, FINDINGS_SPLITS, (struct diag_place){file, 0, NULL},
                     "split: its n is %" PRIu64 ", of %zu fictitious people",
                     s->rule.n, s->count);
    rank_order(s->entries, s->count);
    int rc = spool_flush(&s->ids);
    if (rc == 0)
        rc = settle_ties(s, &work);
    for (size_t i = 0; i < s->count && rc == 0; i++) {
        struct known known;
        uint32_t index = s->entries[i].index;
        rc = read_known(s, index, &work, &known);
        if (rc < 0)
            break;
        check_stated(&known, s->stated[index], i + 1, file, f);
        known.id[known.len] = '\n';
        rc = spool_add(&s->ranked, known.id, known.len + 1, NULL);
        note_bounds(s, i + 1);
    }
    buf_release(&work);
    if (rc < 0 || spool_flush(&s->ranked) < 0 || spool_flush(&s->real) < 0)
        return -1;
    return spool_flush(&s->stranger);
}
