#include "config.h"

#include "measures/ranks.h"

#include <math.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

void ranks_sort(double *numbers, size_t count)
{
    qsort(numbers, count, sizeof *numbers, compare);
}

double ranks_area(const double *low, size_t low_count, const double *high,
                  size_t high_count)
{
    double above = 0;
    size_t below = 0, upto = 0; /* of `low`: below a number, and not above */
    if (low_count == 0 || high_count == 0)
        return NAN;
    for (size_t i = 0; i < high_count; i++) {
        while (below < low_count && low[below] < high[i])
            below++;
        while (upto < low_count && low[upto] <= high[i])
            upto++;
        above += ((double)below + (double)upto) / 2;
    }
    return above / ((double)low_count * (double)high_count);
}
