/* A share of so many cases, and whether it is surely above a budget: few cases
 * do not alarm. */
#ifndef LINT_SHARE_H
#define LINT_SHARE_H

#include <stdbool.h>
#include <stdint.h>

#define SHARE_WHOLE 2520 /* parts of one hit: a hit among 1 to 10 that tie is a
                            whole number of them */

struct share {
    uint64_t parts; /* hits, in parts of SHARE_WHOLE */
    uint64_t of;    /* cases */
};

/* Adds a case that is hit by one chance in `ties`, or is missed (0). */
void share_add(struct share *s, uint64_t ties);

/* In basis points, rounded to the nearest; 0 of no cases. */
uint64_t share_points(const struct share *s);

/* True if the lower end of the share's Wilson score interval (99 %) is above
 * the budget, in basis points. */
bool share_exceeds(const struct share *s, uint64_t budget);

#endif
