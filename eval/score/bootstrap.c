#include "config.h"

#include "bootstrap.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "rng.h"

static size_t stripes(const struct bootstrap *b)
{
    return (b->columns + BOOTSTRAP_STRIPE - 1) / BOOTSTRAP_STRIPE;
}

void bootstrap_init(struct bootstrap *b, size_t people, size_t columns)
{
    *b = (struct bootstrap){.people = people, .columns = columns};
    b->cells = xcalloc(people, stripes(b) * BOOTSTRAP_STRIPE *
                                   sizeof *b->cells);
    b->sums = xmalloc(columns, BOOTSTRAP_DRAWS * sizeof *b->sums);
}

int32_t *bootstrap_cell(struct bootstrap *b, size_t person, size_t column)
{
    size_t stripe = column / BOOTSTRAP_STRIPE;
    return &b->cells[(stripe * b->people + person) * BOOTSTRAP_STRIPE +
                     column % BOOTSTRAP_STRIPE];
}

int32_t bootstrap_fits(size_t people, uint64_t each, int32_t most)
{
    uint64_t all;
    if (__builtin_mul_overflow((uint64_t)people, each, &all))
        return 0;
    if (all == 0 || INT32_MAX / all >= (uint64_t)most)
        return most;
    return (int32_t)(INT32_MAX / all);
}

/* The people of one draw. `half` keeps the upper half of a word for the next
 * call, where `*left` says that there is one. */
static void pick(struct rng *r, uint32_t *half, int *left, uint32_t *picks,
                 size_t people)
{
    size_t i = 0;
    if (*left)
        picks[i++] = (uint32_t)((uint64_t)*half * people >> 32);
    *left = 0;
    while (i + 1 < people) {
        uint64_t word = rng_u64(r);
        picks[i++] = (uint32_t)((word & UINT32_MAX) * people >> 32);
        picks[i++] = (uint32_t)((word >> 32) * people >> 32);
    }
    if (i < people) {
        uint64_t word = rng_u64(r);
        picks[i] = (uint32_t)((word & UINT32_MAX) * people >> 32);
        *half = (uint32_t)(word >> 32);
        *left = 1;
    }
}

/* The sums of a stripe over the people picked. */
static void add_up(const int32_t *stripe, const uint32_t *picks, size_t count,
                   int32_t sums[BOOTSTRAP_STRIPE])
{
    int32_t total[BOOTSTRAP_STRIPE] = {0};
    for (size_t i = 0; i < count; i++) {
        const int32_t *row = stripe + (size_t)picks[i] * BOOTSTRAP_STRIPE;
        for (size_t k = 0; k < BOOTSTRAP_STRIPE; k++)
            total[k] += row[k];
    }
    memcpy(sums, total, sizeof total);
}

/* One draw of all columns. */
static void draw_once(struct bootstrap *b, const uint32_t *picks, size_t draw)
{
    int32_t sums[BOOTSTRAP_STRIPE];
    for (size_t s = 0; s < stripes(b); s++) {
        size_t first = s * BOOTSTRAP_STRIPE;
        add_up(b->cells + first * b->people, picks, b->people, sums);
        for (size_t k = 0; k < BOOTSTRAP_STRIPE && first + k < b->columns; k++)
            b->sums[(first + k) * BOOTSTRAP_DRAWS + draw] = sums[k];
    }
}

void bootstrap_draw(struct bootstrap *b, const char *const *parts,
                    size_t count)
{
    struct rng r;
    uint32_t half = 0;
    int left = 0;
    uint32_t *picks = xmalloc(b->people, sizeof *picks);
    rng_init(&r, parts, count);
    for (size_t draw = 0; draw < BOOTSTRAP_DRAWS; draw++) {
        pick(&r, &half, &left, picks, b->people);
        draw_once(b, picks, draw);
    }
    free(picks);
}

const int32_t *bootstrap_sums(const struct bootstrap *b, size_t column)
{
    return b->sums + column * BOOTSTRAP_DRAWS;
}

void bootstrap_release(struct bootstrap *b)
{
    free(b->cells);
    free(b->sums);
    *b = (struct bootstrap){0};
}
