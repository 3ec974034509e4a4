#include "config.h"

#include <inttypes.h>
#include <string.h>

#include "splits.h"

static void check_stated(const struct splits *s, uint32_t index,
                         uint64_t rank, struct diag_place place,
                         struct findings *f)
{
    if (s->stated[index] == rank)
        return;
    if (place.file != NULL)
        place.line = roll_place(&s->roll, index, place.id).line;
    findings_add(f, FINDINGS_SPLITS, place,
                 "split: its rank is %" PRIu32 ", the rule gives %" PRIu64,
                 s->stated[index], rank);
}

/* Notes where the forget sets end that hold `count` people. */
static void note_bounds(struct splits *s, uint64_t count)
{
    for (size_t i = 0; i < s->rule.count; i++)
        if (splitrule_forget_count(s->rule.n, s->rule.ratios[i]) == count)
            s->bounds[i] = s->ranked.size;
}

/* Lists the people in rank order. Returns 0, or -1 (told). */
static int list_ranked(struct splits *s, const char *file, struct findings *f)
{
    char id[RECORD_ID_LIMIT + 1];
    int rc = 0;
    for (size_t i = 0; i < s->roll.count && rc == 0; i++) {
        uint32_t index = s->roll.entries[i].index;
        rc = roll_id(&s->roll, index, id);
        if (rc < 0)
            break;
        check_stated(s, index, i + 1, (struct diag_place){file, 0, id}, f);
        size_t len = strlen(id);
        id[len] = '\n';
        rc = spool_add(&s->ranked, id, len + 1, NULL);
        note_bounds(s, i + 1);
    }
    return rc;
}

int splits_rank(struct splits *s, const char *file, struct findings *f)
{
    struct roll_twins twins; /* told by who sorts the records */
    if (s->seed == NULL)
        return 0;
    if (s->rule.n != s->roll.count)
        findings_add(f, FINDINGS_SPLITS, (struct diag_place){file, 0, NULL},
                     "split: its n is %" PRIu64 ", of %zu fictitious people",
                     s->rule.n, s->roll.count);
    if (roll_order(&s->roll, &twins) < 0 || list_ranked(s, file, f) < 0 ||
        spool_flush(&s->ranked) < 0 || spool_flush(&s->real) < 0)
        return -1;
    return spool_flush(&s->stranger);
}
