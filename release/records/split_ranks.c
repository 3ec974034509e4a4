#include "config.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "splits.h"

static void check_stated(const struct splits *s, uint32_t index,
                         uint64_t rank, struct diag_place place,
                         struct findings *f)
{
    if (s->stated[index] == rank || s->stated[index] == 0)
        return; /* 0: its split was found wrong before */
    if (place.file != NULL)
        place.line = roll_place(&s->roll, index, place.id).line;
    findings_add(f, "split/rank", place,
                 "split: its rank is %" PRIu32 ", the rule gives %" PRIu64,
                 s->stated[index], rank);
    findings_witness_u64(f, rank, s->stated[index]);
}

/* The people by rank: their indices; the caller frees them. */
static uint32_t *order_by_rank(const struct roll *r)
{
    uint32_t *order = xmalloc(r->count + 1, sizeof *order);
    for (size_t i = 0; i < r->count; i++)
        order[r->ranks[i] - 1] = (uint32_t)i;
    return order;
}

/* Lists the people in rank order, and notes where segments end. Returns 0, or
 * -1 (told). */
static int list_ranked(struct splits *s, const char *file, struct findings *f)
{
    char id[RECORD_ID_LIMIT + 1];
    uint32_t *order = order_by_rank(&s->roll);
    bool ranked = splitrule_ranked(s->rule.kind);
    size_t segment = 0;
    int rc = 0;
    for (size_t i = 0; i < s->roll.count && rc == 0; i++) {
        rc = roll_id(&s->roll, order[i], id);
        if (rc < 0)
            break;
        if (ranked)
            check_stated(s, order[i], i + 1,
                         (struct diag_place){file, 0, id}, f);
        size_t len = strlen(id);
        id[len] = '\n';
        rc = spool_add(&s->ranked, id, len + 1, NULL);
        if (segment < s->sets.segment_count &&
            s->sets.ends[segment] == i + 1)
            s->bounds[segment++] = s->ranked.size;
    }
    while (segment < s->sets.segment_count)
        s->bounds[segment++] = s->ranked.size;
    free(order);
    return rc;
}

/* Fills in the sets of people who are ranked. Returns 0, or -1 (told). */
static int fill_sets(struct splits *s, const char *file, struct findings *f)
{
    const struct splitrule *rule = &s->rule;
    const uint64_t kinds[RECORD_KINDS] = {
        [RECORD_CELEBRITY] = s->real_count,
        [RECORD_STRANGER] = s->stranger_count,
    };
    if (roll_sets(&s->roll, rule, &s->sets) < 0)
        return -1;
    const struct splitset *empty = splitsets_empty(&s->sets, rule->n);
    if (empty != NULL) {
        const char *held = empty->count == 0 ? "nobody" : "everybody";
        findings_add(f, "split/empty", (struct diag_place){file, 0, NULL},
                     "split: of %" PRIu64 " people %s holds %s", rule->n,
                     empty->name, held);
        findings_witness(f, "1 to n - 1 people in each set", held);
    }
    splitsets_add_kinds(&s->sets, kinds);
    s->bounds = xcalloc(s->sets.segment_count, sizeof *s->bounds);
    return 0;
}

int splits_rank(struct splits *s, const char *file, struct findings *f)
{
    struct roll_twins twins; /* told by who sorts the records */
    if (!s->used)
        return 0;
    if (s->rule.n != s->roll.count) {
        findings_add(f, "split/n", (struct diag_place){file, 0, NULL},
                     "split: its n is %" PRIu64 ", of %zu fictitious people",
                     s->rule.n, s->roll.count);
        findings_witness_u64(f, s->roll.count, s->rule.n);
        if (s->seed == NULL) { /* published lists say nothing of others */
            s->used = false;
            return 0;
        }
    }
    if (roll_order(&s->roll, &twins) < 0)
        return -1;
    roll_give_ranks(&s->roll);
    if (fill_sets(s, file, f) < 0 || list_ranked(s, file, f) < 0 ||
        spool_flush(&s->ranked) < 0 || spool_flush(&s->real) < 0)
        return -1;
    return spool_flush(&s->stranger);
}
