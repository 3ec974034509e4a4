#include "config.h"

#include "splitsets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "mllmu.h"
#include "rank.h"

/* forget and retain; requests and retain; tune, holdout, real, stranger. */
#define SETS_LIMIT (2 * SPLITRULE_RATIOS + SPLITRULE_REQUESTS + 1 + 4)

static struct splitset *add_set(struct splitsets *s, const char *kind,
                                unsigned number)
{
    struct splitset *set = &s->list[s->count++];
    *set = (struct splitset){.kind = RECORD_FICTITIOUS};
    snprintf(set->name, sizeof set->name, "%s_%02u", kind, number % 100);
    return set;
}

/* Adds ranks behind those that the set holds; none if last < first. */
static void add_range(struct splitset *set, uint64_t first, uint64_t last)
{
    if (last < first)
        return;
    set->count += last - first + 1;
    if (set->range_count > 0 &&
        set->ranges[set->range_count - 1].last + 1 == first) {
        set->ranges[set->range_count - 1].last = last;
        return;
    }
    if (set->range_count == set->cap) {
        set->cap = set->cap == 0 ? 2 : 2 * set->cap;
        set->ranges = xrealloc(set->ranges, set->cap, sizeof *set->ranges);
    }
    set->ranges[set->range_count++] = (struct splitrange){first, last};
}

/* Adds the ranks from 1 to `last` that `other` does not hold. */
static void add_others(struct splitset *set, const struct splitset *other,
                       uint64_t last)
{
    uint64_t next = 1;
    for (size_t i = 0; i < other->range_count; i++) {
        add_range(set, next, other->ranges[i].first - 1);
        next = other->ranges[i].last + 1;
    }
    add_range(set, next, last);
}

/* Adds what the published list of `p` per cent holds. 0, or -1 (told). */
static int add_published(struct splitset *set, unsigned p)
{
    uint16_t numbers[MLLMU_LONGEST];
    size_t count = 0;
    if (mllmu_read(p, numbers, &count) < 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        add_range(set, numbers[i], numbers[i]);
    return 0;
}

/* Adds forget and retain of each ratio; `kept` are the ranks not held out. */
static int add_ratios(struct splitsets *s, const struct splitrule *rule,
                      const uint64_t *below, uint64_t kept)
{
    uint64_t done = 0; /* ranks that sets before have taken */
    int rc = 0;
    for (size_t i = 0; i < rule->count && rc == 0; i++) {
        unsigned p = rule->ratios[i];
        uint64_t k = splitrule_forget_count(rule->n, p);
        struct splitset *forget = add_set(s, "forget", p);
        if (rule->kind == SPLITRULE_MLLMU)
            rc = add_published(forget, p);
        else if (rule->kind == SPLITRULE_DISJOINT)
            add_range(forget, done + 1, done + k);
        else if (rule->kind == SPLITRULE_THRESHOLD)
            add_range(forget, 1, below != NULL ? below[i] : i + 1);
        else
            add_range(forget, 1, k);
        done += k;
        add_others(add_set(s, "retain", 100 - p), forget, kept);
    }
    return rc;
}

static void add_requests(struct splitsets *s, const struct splitrule *rule,
                         uint64_t kept)
{
    uint64_t size = rule->size;
    for (unsigned i = 0; i < rule->requests; i++)
        add_range(add_set(s, "request", i + 1), i * size + 1,
                  (i + 1) * size);
    struct splitset *retain = add_set(s, "retain", 0);
    strcpy(retain->name, "retain");
    add_range(retain, rule->requests * size + 1, kept);
}

static int by_number(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Notes where segments end, each once. */
static void note_ends(struct splitsets *s, uint64_t n)
{
    size_t count = 1, kept = 0;
    for (size_t i = 0; i < s->count; i++)
        count += 2 * s->list[i].range_count;
    s->ends = xmalloc(count, sizeof *s->ends);
    s->ends[0] = n;
    count = 1;
    for (size_t i = 0; i < s->count; i++)
        for (size_t j = 0; j < s->list[i].range_count; j++) {
            s->ends[count++] = s->list[i].ranges[j].first - 1;
            s->ends[count++] = s->list[i].ranges[j].last;
        }
    qsort(s->ends, count, sizeof *s->ends, by_number);
    for (size_t i = 0; i < count; i++)
        if (s->ends[i] != (kept > 0 ? s->ends[kept - 1] : 0))
            s->ends[kept++] = s->ends[i];
    s->segment_count = kept;
}

int splitsets_init(struct splitsets *s, const struct splitrule *rule,
                   const uint64_t *below)
{
    bool bands = rule->kind == SPLITRULE_THRESHOLD && below == NULL;
    uint64_t n = bands ? rule->count + 1 : rule->n;
    uint64_t kept = n - splitrule_forget_count(rule->n, rule->holdout);
    int rc = 0;
    *s = (struct splitsets){.list = xcalloc(SETS_LIMIT, sizeof *s->list)};
    if (rule->kind == SPLITRULE_SEQUENCE)
        add_requests(s, rule, kept);
    else
        rc = add_ratios(s, rule, below, kept);
    if (rule->tune != 0)
        add_range(add_set(s, "tune", rule->tune),
                  kept + 1 - splitrule_forget_count(rule->n, rule->tune),
                  kept);
    if (rule->holdout != 0)
        add_range(add_set(s, "holdout", rule->holdout), kept + 1, n);
    note_ends(s, n);
    return rc;
}

const char *splitsets_of_kind(enum record_kind kind)
{
    return kind == RECORD_CELEBRITY  ? "real"
           : kind == RECORD_STRANGER ? "stranger"
                                     : NULL;
}

void splitsets_add_kinds(struct splitsets *s,
                         const uint64_t kinds[RECORD_KINDS])
{
    for (int kind = 0; kind < RECORD_KINDS; kind++) {
        const char *name = splitsets_of_kind((enum record_kind)kind);
        if (name == NULL || kinds[kind] == 0)
            continue;
        struct splitset *set = add_set(s, name, 0);
        strcpy(set->name, name);
        set->kind = (enum record_kind)kind;
        set->count = kinds[kind];
    }
}

const struct splitset *splitsets_empty(const struct splitsets *s, uint64_t n)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->list[i].kind == RECORD_FICTITIOUS &&
            (s->list[i].count == 0 || s->list[i].count == n))
            return &s->list[i];
    return NULL;
}

uint64_t splitsets_band(const struct splitrule *rule, const char *id,
                        size_t len)
{
    unsigned char key[DIGEST_BYTES];
    size_t i = 0;
    splitrule_key(rule->seed, id, len, key);
    while (i < rule->count &&
           rank_key(key) >= splitrule_threshold(rule->ratios[i]))
        i++;
    return i + 1;
}

size_t splitsets_segment(const struct splitsets *s, uint64_t rank)
{
    size_t low = 0, high = s->segment_count - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->ends[middle] < rank)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool splitset_holds(const struct splitset *set, uint64_t rank)
{
    size_t low = 0, high = set->range_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (set->ranges[middle].last < rank)
            low = middle + 1;
        else
            high = middle;
    }
    return low < set->range_count && set->ranges[low].first <= rank;
}

void splitsets_release(struct splitsets *s)
{
    for (size_t i = 0; i < s->count; i++)
        free(s->list[i].ranges);
    free(s->list);
    free(s->ends);
    *s = (struct splitsets){0};
}
