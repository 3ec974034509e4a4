#include "config.h"

#include <inttypes.h>

#include "splitrule.h"

/* What may be set besides rule and n, as bits. */
enum part {
    PART_SEED = 1,
    PART_RATIOS = 2,
    PART_HOLDOUT = 4,
    PART_TUNE = 8,
    PART_BY = 16,
    PART_SEQUENCE = 32,
    PARTS = 6 /* bits */
};

#define PART_ANY_RANKED (PART_SEED | PART_HOLDOUT | PART_TUNE | PART_BY)

/* The parts that a rule takes; of these it needs PART_NEEDED. */
static const int taken[SPLITRULE_KINDS] = {
    [SPLITRULE_RANK] = PART_ANY_RANKED | PART_RATIOS,
    [SPLITRULE_DISJOINT] = PART_ANY_RANKED | PART_RATIOS,
    [SPLITRULE_SEQUENCE] = PART_ANY_RANKED | PART_SEQUENCE,
    [SPLITRULE_THRESHOLD] = PART_SEED | PART_RATIOS,
    [SPLITRULE_MLLMU] = PART_RATIOS,
};

#define PART_NEEDED (PART_SEED | PART_RATIOS | PART_SEQUENCE)

bool splitrule_seeded(enum splitrule_kind kind)
{
    return (taken[kind] & PART_SEED) != 0;
}

bool splitrule_ranked(enum splitrule_kind kind)
{
    return kind != SPLITRULE_THRESHOLD;
}

static int parts_of(const struct splitrule *r)
{
    return (r->seed != NULL ? PART_SEED : 0) |
           (r->count != 0 ? PART_RATIOS : 0) |
           (r->holdout != 0 ? PART_HOLDOUT : 0) |
           (r->tune != 0 ? PART_TUNE : 0) |
           (r->by[0] != '\0' ? PART_BY : 0) |
           (r->requests != 0 ? PART_SEQUENCE : 0);
}

/* The lowest of the parts, in words. */
static const char *noun(int parts)
{
    static const char *const nouns[PARTS] = {
        "a seed", "ratios to forget", "a holdout", "a tune set",
        "strata (by)", "a sequence"};
    int bit = 0;
    while ((parts & 1 << bit) == 0)
        bit++;
    return nouns[bit];
}

int splitrule_combine(const struct splitrule *r, struct buf *why)
{
    int set = parts_of(r), may = taken[r->kind];
    const char *name = splitrule_name(r->kind);
    if ((set & ~may) != 0) {
        buf_printf(why, "the rule %s does not combine with %s", name,
                   noun(set & ~may));
        return -1;
    }
    if ((may & ~set & PART_NEEDED) != 0) {
        buf_printf(why, "the rule %s needs %s", name,
                   noun(may & ~set & PART_NEEDED));
        return -1;
    }
    if (r->kind == SPLITRULE_MLLMU &&
        (r->count != 3 || r->ratios[0] != 5 || r->ratios[1] != 10 ||
         r->ratios[2] != 15)) {
        buf_printf(why, "the rule %s has the ratios 5,10,15 and no others",
                   name);
        return -1;
    }
    return 0;
}

/* Looks at a set of p per cent, made to do `verb`. */
static int fit_share(const struct splitrule *r, const char *verb, unsigned p,
                     struct buf *why)
{
    uint64_t k = splitrule_forget_count(r->n, p);
    if (p == 0 || (k > 0 && k < r->n))
        return 0;
    buf_printf(why, "to %s %u %% of %" PRIu64 " people is to %s %s", verb, p,
               r->n, verb, k == 0 ? "nobody" : "everybody");
    return -1;
}

/* How many ranks the forget sets take from the first on. */
static uint64_t forgotten(const struct splitrule *r)
{
    uint64_t sum = 0;
    if (r->kind == SPLITRULE_SEQUENCE)
        return (uint64_t)r->size * r->requests;
    if (r->kind == SPLITRULE_RANK)
        return splitrule_forget_count(r->n, r->ratios[r->count - 1]);
    for (size_t i = 0; i < r->count; i++)
        sum += splitrule_forget_count(r->n, r->ratios[i]);
    return sum;
}

/* Looks at what all sets take together, of which those held out and for tuning
 * may be none. */
static int fit_sum(const struct splitrule *r, struct buf *why)
{
    uint64_t forget = forgotten(r);
    uint64_t out = splitrule_forget_count(r->n, r->holdout);
    uint64_t tune = splitrule_forget_count(r->n, r->tune);
    if (forget + out + tune > r->n) {
        buf_printf(why, "the sets would take %" PRIu64 " of %" PRIu64
                   " people", forget + out + tune, r->n);
        return -1;
    }
    if (forget + out == r->n &&
        (r->kind != SPLITRULE_DISJOINT || r->count == 1)) {
        buf_printf(why, "of %" PRIu64 " people nobody would be retained",
                   r->n);
        return -1;
    }
    return 0;
}

int splitrule_fit(const struct splitrule *r, struct buf *why)
{
    if (r->kind == SPLITRULE_THRESHOLD)
        return 0;
    if (r->kind == SPLITRULE_MLLMU) {
        if (r->n == 500)
            return 0;
        buf_printf(why, "the lists of %s are of 500 people, not %" PRIu64,
                   splitrule_name(r->kind), r->n);
        return -1;
    }
    for (size_t i = 0; i < r->count; i++)
        if (fit_share(r, "forget", r->ratios[i], why) < 0)
            return -1;
    if (fit_share(r, "hold out", r->holdout, why) < 0 ||
        fit_share(r, "tune by", r->tune, why) < 0)
        return -1;
    return fit_sum(r, why);
}
