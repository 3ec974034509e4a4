#include "config.h"

#include "measures/distance.h"

#include <stdbool.h>
#include <stdlib.h>

#include "alloc.h"
#include "rng.h"

#define WORD 64 /* bits */

/* A number, and which way the gap goes where it stands. */
struct step {
    double at;
    size_t person; /* from 0, without holes */
    long up;       /* 1 for the first model, -1 for the other */
    bool last;     /* no other step stands here */
};

struct stairs {
    struct step *steps; /* owned, in order */
    size_t count, people;
    signed char *sides; /* owned: by person, -1 for one who is swapped */
};

static int compare(const void *a, const void *b)
{
    const struct step *x = a, *y = b;
    return (x->at > y->at) - (x->at < y->at);
}

static void stairs_init(struct stairs *s, const struct distance_pair *pairs,
                        size_t count)
{
    *s = (struct stairs){.count = 2 * count, .people = 1};
    s->steps = xmalloc(s->count, sizeof *s->steps);
    for (size_t i = 0; i < count; i++) {
        s->people += i > 0 && pairs[i].person != pairs[i - 1].person;
        s->steps[2 * i] =
            (struct step){pairs[i].a, s->people - 1, 1, false};
        s->steps[2 * i + 1] =
            (struct step){pairs[i].b, s->people - 1, -1, false};
    }
    qsort(s->steps, s->count, sizeof *s->steps, compare);
    for (size_t i = 0; i < s->count; i++)
        s->steps[i].last =
            i + 1 == s->count || s->steps[i + 1].at > s->steps[i].at;
    s->sides = xmalloc(s->people, sizeof *s->sides);
    for (size_t i = 0; i < s->people; i++)
        s->sides[i] = 1;
}

static void stairs_release(struct stairs *s)
{
    free(s->steps);
    free(s->sides);
}

/* The greatest gap, in questions. */
static long stairs_gap(const struct stairs *s)
{
    long height = 0, most = 0;
    for (size_t i = 0; i < s->count; i++) {
        const struct step *step = &s->steps[i];
        height += step->up * s->sides[step->person];
        if (step->last && labs(height) > most)
            most = labs(height);
    }
    return most;
}

static void swap_sides(struct stairs *s, struct rng *rng)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < s->people; i++) {
        if (i % WORD == 0)
            bits = rng_u64(rng);
        s->sides[i] = (bits >> i % WORD & 1) != 0 ? -1 : 1;
    }
}

/* The chance that the gap of `n` numbers against `n` of the same kind is `gap`
 * or more: with C(2n, n - k gap) for the ways to come k gaps away, it is twice
 * their sum with changing signs by C(2n, n), from the inside out. */
static double chance(size_t n, size_t gap)
{
    double sum = 0;
    if (gap == 0)
        return 1;
    for (size_t k = n / gap; k > 0; k--) {
        double ways = 1; /* against those of k - 1 */
        size_t inside = (k - 1) * gap;
        for (size_t j = 0; j < gap; j++)
            ways *= (double)(n - inside - j) / (double)(n + inside + j + 1);
        sum = ways * (1 - sum);
    }
    return sum < 0.5 ? 2 * sum : 1;
}

struct distance distance_of(const struct distance_pair *pairs, size_t count,
                            const char *const *parts, size_t part_count)
{
    struct stairs s;
    struct rng rng;
    size_t as_great = 0;
    stairs_init(&s, pairs, count);
    long gap = stairs_gap(&s);
    rng_init(&rng, parts, part_count);
    for (size_t i = 0; i < DISTANCE_SWAPS; i++) {
        swap_sides(&s, &rng);
        as_great += stairs_gap(&s) >= gap;
    }
    stairs_release(&s);
    return (struct distance){
        (double)gap / (double)count,
        (double)(as_great + 1) / (DISTANCE_SWAPS + 1),
        chance(count, (size_t)gap)};
}
