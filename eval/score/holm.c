#include "config.h"

#include "holm.h"

#include <stdlib.h>

#include "alloc.h"

static int order(const void *a, const void *b)
{
    const double *const *x = a, *const *y = b;
    return (**x > **y) - (**x < **y);
}

void holm(const double *p, size_t count, double *corrected)
{
    const double **sorted = xmalloc(count + 1, sizeof *sorted);
    double least = 0;
    for (size_t i = 0; i < count; i++)
        sorted[i] = &p[i];
    qsort(sorted, count, sizeof *sorted, order);
    for (size_t i = 0; i < count; i++) {
        double q = *sorted[i] * (double)(count - i);
        least = q > least ? q : least;
        corrected[sorted[i] - p] = least < 1 ? least : 1;
    }
    free(sorted);
}
