#include "config.h"

#include "ties.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "roll.h"
#include "splitrule.h"

struct tie {
    unsigned char digest[DIGEST_BYTES];
    char id[RECORD_ID_LIMIT + 1];
    struct rank_entry entry;
};

static int by_digest(const void *a, const void *b)
{
    const struct tie *x = a, *y = b;
    int order = memcmp(x->digest, y->digest, sizeof x->digest);
    return order != 0 ? order : strcmp(x->id, y->id);
}

/* Reads back what decides about an entry. Returns 0, or -1 (told). */
static int tie_read(struct tie *t, struct roll *r, struct rank_entry entry)
{
    t->entry = entry;
    if (roll_id(r, entry.index, t->id) < 0)
        return -1;
    splitrule_key(r->seed, t->id, strlen(t->id), t->digest);
    return 0;
}

/* The tie of the same id among `count`, or NULL. */
static const struct tie *find(const struct tie *ties, size_t count,
                              const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(ties[i].id, id) == 0)
            return &ties[i];
    return NULL;
}

static void note_twins(struct roll_twins *t, uint32_t first, uint32_t second)
{
    if (!t->found || second < t->second)
        *t = (struct roll_twins){true, first, second};
}

/* Orders `count` entries of one key, which stand in input order. Stops at an
 * id that is there twice, so that many of them need no memory. Returns 0, or
 * -1 (told). */
static int settle(struct roll *r, struct rank_entry *entries, size_t count,
                  struct roll_twins *twins)
{
    struct tie *ties = NULL;
    size_t cap = 0, i;
    int rc = 0;
    for (i = 0; i < count; i++) {
        if (i == cap) {
            cap = cap == 0 ? 2 : 2 * cap;
            ties = xrealloc(ties, cap, sizeof *ties);
        }
        rc = tie_read(&ties[i], r, entries[i]);
        if (rc < 0)
            goto out;
        const struct tie *twin = find(ties, i, ties[i].id);
        if (twin != NULL) {
            note_twins(twins, twin->entry.index, entries[i].index);
            goto out;
        }
    }
    qsort(ties, count, sizeof *ties, by_digest);
    for (i = 0; i < count; i++)
        entries[i] = ties[i].entry;
out:
    free(ties);
    return rc;
}

int ties_settle(struct roll *r, struct roll_twins *twins)
{
    struct rank_entry *e = r->entries;
    for (size_t from = 0, to; from < r->count; from = to) {
        to = from + 1;
        while (to < r->count && e[to].key == e[from].key)
            to++;
        if (to - from > 1 && settle(r, e + from, to - from, twins) < 0)
            return -1;
    }
    return 0;
}
