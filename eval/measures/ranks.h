/* Numbers in order. None of them is NAN. */
#ifndef RANKS_H
#define RANKS_H

#include <stddef.h>

/* Puts numbers in order, the least first. */
void ranks_sort(double *numbers, size_t count);

/* The area under the curve: how often one of `high` is above one of `low`, a
 * tie counting half. Both must be in order; NAN if either is empty. */
double ranks_area(const double *low, size_t low_count, const double *high,
                  size_t high_count);

#endif
