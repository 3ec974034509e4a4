#include "config.h"

#include "plausible.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "interleave.h"
#include "rank.h"
#include "splitsets.h"

/* Splits of the same people, one seed after another. */
struct trial {
    const struct census *census;
    struct splitrule rule;            /* its seed is the one now tried */
    uint32_t *people;                 /* owned: by id */
    struct rank_entry *entries;       /* owned: keys; the index is that of
                                         `people` */
    uint32_t *order;                  /* owned: the people by rank */
    const struct census_fact *by;     /* what they are stratified by, or NULL */
    struct splitsets sets;            /* of all, or of this seed only */
    uint32_t *forget, *retain;        /* owned: people of each value */
};

static void open_trial(struct trial *t, const struct splitrule *rule,
                       const struct census *census)
{
    *t = (struct trial){.census = census, .rule = *rule};
    t->people = census_by_id(census);
    t->entries = xmalloc(census->count + 1, sizeof *t->entries);
    t->order = xmalloc(census->count + 1, sizeof *t->order);
    t->forget = xmalloc(STRATA_LIMIT, sizeof *t->forget);
    t->retain = xmalloc(STRATA_LIMIT, sizeof *t->retain);
    if (rule->by[0] != '\0')
        t->by = census_find(census, rule->by);
}

static void close_trial(struct trial *t)
{
    splitsets_release(&t->sets);
    free(t->people);
    free(t->entries);
    free(t->order);
    free(t->forget);
    free(t->retain);
}

/* Fills in the sets: those of thresholds are of this seed's keys. */
static void fill_sets(struct trial *t)
{
    uint64_t below[SPLITRULE_RATIOS];
    size_t at = 0;
    bool thresholds = t->rule.kind == SPLITRULE_THRESHOLD;
    if (t->sets.list != NULL && !thresholds)
        return;
    for (size_t i = 0; thresholds && i < t->rule.count; i++) {
        uint64_t end = splitrule_threshold(t->rule.ratios[i]);
        while (at < t->census->count && t->entries[at].key < end)
            at++;
        below[i] = at;
    }
    splitsets_release(&t->sets);
    splitsets_init(&t->sets, &t->rule, below);
}

/* Draws the split by a seed. */
static void draw(struct trial *t, const char *seed)
{
    const struct census *c = t->census;
    t->rule.seed = seed;
    for (size_t i = 0; i < c->count; i++) {
        unsigned char digest[DIGEST_BYTES];
        size_t start = c->starts[t->people[i]];
        splitrule_key(seed, c->ids.data + start,
                      c->starts[t->people[i] + 1] - start, digest);
        t->entries[i] = (struct rank_entry){rank_key(digest), (uint32_t)i};
    }
    rank_order(t->entries, c->count);
    for (size_t i = 0; i < c->count; i++)
        t->order[i] = t->people[t->entries[i].index];
    if (t->by != NULL)
        interleave(t->order, c->count, t->by->of, t->by->values.count);
    fill_sets(t);
}

/* Counts the people of a set by the value of a fact. */
static void count_values(const struct trial *t, const struct splitset *set,
                         const struct census_fact *fact, uint32_t *counts)
{
    memset(counts, 0, fact->values.count * sizeof *counts);
    for (size_t i = 0; i < set->range_count; i++)
        for (uint64_t rank = set->ranges[i].first;
             rank <= set->ranges[i].last; rank++)
            counts[fact->of[t->order[rank - 1]]]++;
}

/* The distance between two sets, the second of which is counted already. */
static uint64_t distance(const struct trial *t, const struct splitset *forget,
                         const struct splitset *retain,
                         const struct census_fact *fact)
{
    uint64_t sum = 0, all = 2 * forget->count * retain->count;
    count_values(t, forget, fact, t->forget);
    for (size_t v = 0; v < fact->values.count; v++) {
        uint64_t a = t->forget[v] * retain->count;
        uint64_t b = t->retain[v] * forget->count;
        sum += a > b ? a - b : b - a;
    }
    return all > 0 ? 10000 * sum / all : 0;
}

/* The retain set of the forget set at `i`, which comes behind it. */
static const struct splitset *retain_of(const struct splitsets *s, size_t i)
{
    while (strncmp(s->list[i].name, "retain", 6) != 0)
        i++;
    return &s->list[i];
}

static bool is_forgotten(const struct splitset *set)
{
    return strncmp(set->name, "forget", 6) == 0 ||
           strncmp(set->name, "request", 7) == 0;
}

static uint64_t imbalance(const struct trial *t,
                          const struct census_fact *fact)
{
    const struct splitset *counted = NULL;
    uint64_t sum = 0;
    for (size_t i = 0; i < t->sets.count; i++) {
        if (!is_forgotten(&t->sets.list[i]))
            continue;
        const struct splitset *retain = retain_of(&t->sets, i);
        if (retain != counted)
            count_values(t, retain, fact, t->retain);
        counted = retain;
        sum += distance(t, &t->sets.list[i], retain, fact);
    }
    return sum;
}

/* Chooses the facts that tell something. */
static void choose(struct plausible *p, const struct census *census)
{
    p->count = 0;
    for (size_t i = 0; i < census->fact_count; i++) {
        const struct census_fact *f = &census->facts[i];
        if (!f->dropped && f->values.count > 1 &&
            f->values.count <= census->count / 2)
            p->facts[p->count++] = (struct plausible_fact){.fact = f};
    }
}

/* Draws the split by all seeds, and counts. */
static void try_seeds(struct plausible *p, struct trial *t,
                      enum progress_mode mode)
{
    struct progress progress;
    progress_start(&progress, mode, "seeds", PLAUSIBLE_SEEDS);
    for (unsigned seed = 1; seed <= PLAUSIBLE_SEEDS; seed++) {
        char text[16];
        snprintf(text, sizeof text, "%u", seed);
        draw(t, text);
        for (size_t i = 0; i < p->count; i++) {
            struct plausible_fact *f = &p->facts[i];
            uint64_t other = imbalance(t, f->fact);
            f->lower += other < f->imbalance;
            f->higher += other > f->imbalance;
        }
        progress_step(&progress);
    }
    progress_end(&progress);
}

enum exit_status plausible_compare(struct plausible *p,
                                   const struct splitrule *rule,
                                   const struct census *census,
                                   enum progress_mode progress)
{
    struct trial t;
    if (!splitrule_seeded(rule->kind)) {
        diag("%s has no seed, and so there are no others to compare with",
             splitrule_name(rule->kind));
        return EXIT_DATA;
    }
    if (rule->by[0] != '\0' && census_find(census, rule->by) == NULL) {
        diag("the fact '%s' is not one of the first %d of the first person",
             rule->by, CENSUS_FACTS);
        return EXIT_DATA;
    }
    choose(p, census);
    if (p->count == 0) {
        diag("the people have no facts whose values are shared");
        return EXIT_DATA;
    }
    open_trial(&t, rule, census);
    draw(&t, rule->seed);
    for (size_t i = 0; i < p->count; i++)
        p->facts[i].imbalance = imbalance(&t, p->facts[i].fact);
    try_seeds(p, &t, progress);
    close_trial(&t);
    return EXIT_OK;
}

void plausible_write(const struct plausible *p, struct buf *out)
{
    buf_puts(out, "fact\timbalance\tlower\thigher\n");
    for (size_t i = 0; i < p->count; i++) {
        const struct plausible_fact *f = &p->facts[i];
        buf_printf(out, "%s\t%" PRIu64 "\t%u\t%u\n", f->fact->name,
                   f->imbalance, f->lower, f->higher);
    }
}

void plausible_warn(const struct plausible *p)
{
    bool any = false;
    for (size_t i = 0; i < p->count; i++) {
        const struct plausible_fact *f = &p->facts[i];
        bool low = PLAUSIBLE_SEEDS - f->higher < PLAUSIBLE_TAIL;
        bool high = PLAUSIBLE_SEEDS - f->lower < PLAUSIBLE_TAIL;
        any = any || low || high;
        if (low || high)
            diag("warning: by %s, forget and retain are %s than under %u of "
                 "%d seeds", f->fact->name, low ? "more alike" : "less alike",
                 low ? f->higher : f->lower, PLAUSIBLE_SEEDS);
    }
    /* Each fact has two tails. */
    unsigned often = 2 * (unsigned)p->count * PLAUSIBLE_TAIL;
    if (any && often < PLAUSIBLE_SEEDS)
        diag("by %zu facts, up to %u of %d splits are warned of by chance",
             p->count, often, PLAUSIBLE_SEEDS);
}
