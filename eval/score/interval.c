#include "config.h"

#include "interval.h"

#include <math.h>

#define SAMPLE 101 /* draws that tell where to look */

static void swap(double *a, double *b)
{
    double kept = *a;
    *a = *b;
    *b = kept;
}

/* What stands at `k` once the numbers are in order; it is put there (Hoare's
 * FIND). */
static double pick(double *v, size_t count, size_t k)
{
    ptrdiff_t first = 0, last = (ptrdiff_t)count - 1, at = (ptrdiff_t)k;
    while (first < last) {
        double middle = v[at];
        ptrdiff_t i = first, j = last;
        while (i <= j) {
            while (v[i] < middle)
                i++;
            while (middle < v[j])
                j--;
            if (i <= j)
                swap(&v[i++], &v[j--]);
        }
        if (j < at)
            first = i;
        if (at < i)
            last = j;
    }
    return v[k];
}

/* A number that about one in ten is not above, by a few of them in order. */
static void bounds(const double *v, size_t count, double *low, double *high)
{
    double sample[SAMPLE];
    for (size_t i = 0; i < SAMPLE; i++) {
        size_t at = i;
        double new = v[i * (count / SAMPLE)];
        for (; at > 0 && new < sample[at - 1]; at--)
            sample[at] = sample[at - 1];
        sample[at] = new;
    }
    *low = sample[SAMPLE / 10];
    *high = sample[SAMPLE - 1 - SAMPLE / 10];
}

/* Puts those that are not above `bound` before the others. Returns how many. */
static size_t part(double *v, size_t count, double bound)
{
    size_t below = 0;
    for (size_t i = 0; i < count; i++)
        if (v[i] <= bound)
            swap(&v[i], &v[below++]);
    return below;
}

/* Leaves out what is no number. Returns how many are left. */
static size_t numbers(double *v, size_t count)
{
    size_t left = 0;
    for (size_t i = 0; i < count; i++)
        if (!isnan(v[i]))
            v[left++] = v[i];
    return left;
}

/* The ends lie among few, as a rule: to look for them there alone takes a
 * third of the time. */
struct interval interval_of(double *draws, size_t count)
{
    double low, high;
    count = numbers(draws, count);
    if (count == 0)
        return (struct interval){NAN, NAN};
    size_t first = count / 40, last = count - 1 - first;
    if (count < SAMPLE)
        return (struct interval){pick(draws, count, first),
                                 pick(draws, count, last)};
    bounds(draws, count, &low, &high);
    size_t few = part(draws, count, low);
    double least = pick(draws, few > first ? few : count, first);
    size_t most = part(draws, count, high);
    if (most > last)
        return (struct interval){least, pick(draws, most, last)};
    return (struct interval){least,
                             pick(draws + most, count - most, last - most)};
}

double interval_p(const double *draws, size_t count)
{
    size_t below = 1, above = 1;
    for (size_t i = 0; i < count; i++) {
        below += draws[i] <= 0;
        above += draws[i] >= 0;
    }
    double p = 2.0 * (double)(below < above ? below : above) /
               (double)(count + 1);
    return p < 1 ? p : 1;
}
