/* Where the middle 95 of 100 draws of a number lie, and how often it is not
 * above nought. */
#ifndef INTERVAL_H
#define INTERVAL_H

#include <stddef.h>

#define INTERVAL_LEVEL 95 /* per cent */

struct interval {
    double low, high; /* NAN where nothing was drawn */
};

/* Of `count` draws, floor(count / 40) are below the interval and as many above
 * it. They are put into another order; those that are NAN are left out. */
struct interval interval_of(double *draws, size_t count);

/* The two-sided p of a difference that was drawn `count` times: twice the
 * share of those on the rarer side of nought, one added to both counts; at
 * most 1. Draws of nought are on both sides. */
double interval_p(const double *draws, size_t count);

#endif
