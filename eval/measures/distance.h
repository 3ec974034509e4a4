/* The distance of Kolmogorov and Smirnov between what two models make of the
 * same questions: the greatest gap between the shares of either that are not
 * above a number; and how often it would be as great by chance. */
#ifndef DISTANCE_H
#define DISTANCE_H

#include <stddef.h>

#define DISTANCE_SWAPS 10000

/* A question: what each model makes of it, not NAN, and whom it is about. */
struct distance_pair {
    double a, b;
    size_t person; /* questions on one stand together */
};

struct distance {
    double gap;     /* 0..1 */
    double swapped; /* p: people's models are swapped at random, all questions
                       on a person together */
    double independent; /* p as if all questions were independent, exact: what
                           ks_2samp of SciPy gives */
};

/* Of `count` pairs, at least one; `parts` name the stream that swaps come from
 * (rng.h). */
struct distance distance_of(const struct distance_pair *pairs, size_t count,
                            const char *const *parts, size_t part_count);

#endif
