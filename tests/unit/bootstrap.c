/* Draws of people against the formula in bootstrap.h made plainly, and the
 * ends of intervals against a sort. */
#include "config.h"

#include "score/bootstrap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "rng.h"
#include "score/interval.h"
#include "tap.h"

static const char *const key[] = {"bootstrap", "0123", "forget_05"};

/* The sum of a column in a draw, from the stream alone. */
static int64_t plain_sum(struct bootstrap *b, size_t column, size_t draw)
{
    struct rng r;
    int64_t sum = 0;
    size_t first = draw * b->people, last = first + b->people;
    rng_init(&r, key, 3);
    for (size_t i = 0; i < last; i += 2) {
        uint64_t word = rng_u64(&r);
        uint64_t halves[] = {word & UINT32_MAX, word >> 32};
        for (size_t k = 0; k < 2; k++)
            if (i + k >= first && i + k < last)
                sum += *bootstrap_cell(b, halves[k] * b->people >> 32, column);
    }
    return sum;
}

static bool draws_agree(size_t people, size_t columns)
{
    static const size_t draws[] = {0, 1, 2, 77, 4999, 5000, 9999};
    struct bootstrap b;
    bool good = true;
    bootstrap_init(&b, people, columns);
    for (size_t i = 0; i < people; i++)
        for (size_t k = 0; k < columns; k++)
            *bootstrap_cell(&b, i, k) = (int32_t)((i * 31 + k * 7) % 101);
    bootstrap_draw(&b, key, 3);
    for (size_t i = 0; i < sizeof draws / sizeof draws[0]; i++)
        for (size_t k = 0; k < columns; k++)
            good = good &&
                   bootstrap_sums(&b, k)[draws[i]] == plain_sum(&b, k, draws[i]);
    bootstrap_release(&b);
    return good;
}

static void fits(void)
{
    tap_ok(bootstrap_fits(475, 4, 1000000) == 1000000,
           "a unit is as large as it may be");
    tap_ok(bootstrap_fits(200000, 10, 1000000) == INT32_MAX / 2000000,
           "and no larger than the sums allow");
    tap_ok(bootstrap_fits(1 << 20, 1 << 20, 1000000) == 0,
           "of sums that are too large there is none");
    tap_ok(bootstrap_fits(3, 0, 1000) == 1000, "nothing always fits");
}

static int order(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Whether the interval of `count` numbers, of `kinds` different ones, has the
 * ends that a sort gives. */
static bool ends_agree(size_t count, unsigned kinds)
{
    double *v = xmalloc(count + 1, sizeof *v), *w = xmalloc(count + 1, sizeof *w);
    uint64_t state = count * 1000 + kinds;
    for (size_t i = 0; i < count; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        v[i] = (double)(state >> 33) / 2147483648.0;
        v[i] = floor(v[i] * kinds) / kinds;
    }
    memcpy(w, v, count * sizeof *v);
    qsort(w, count, sizeof *w, order);
    struct interval i = interval_of(v, count);
    bool good = i.low == w[count / 40] && i.high == w[count - 1 - count / 40];
    free(v);
    free(w);
    return good;
}

static void intervals(void)
{
    bool good = true;
    for (unsigned kinds = 1; kinds < 2000000; kinds = kinds * 3 + 1) {
        good = good && ends_agree(BOOTSTRAP_DRAWS, kinds);
        for (size_t count = 1; count < 320; count += 3)
            good = good && ends_agree(count, kinds);
    }
    tap_ok(good, "ends of intervals are those that a sort gives");
    double some[] = {NAN, 0.25, NAN};
    struct interval i = interval_of(some, 3);
    tap_ok(i.low == 0.25 && i.high == 0.25, "what is no number is left out");
    double none[] = {NAN, NAN};
    tap_ok(isnan(interval_of(none, 2).low), "of none there is no interval");
}

static void ps(void)
{
    static const double v[] = {-1, 1, 2, 3, 4, 5, 6, 7, 8};
    static const double zero[] = {0, 0, 0};
    tap_ok(interval_p(v, 9) == 0.4, "p is twice the rarer side, and one more");
    tap_ok(interval_p(zero, 3) == 1, "p is never above 1");
}

int main(void)
{
    rng_setup();
    tap_ok(draws_agree(1, 1), "of one person every draw is the same");
    tap_ok(draws_agree(25, 16) && draws_agree(25, 17),
           "the sums of 25 people are those of the stream");
    tap_ok(draws_agree(100, 20) && draws_agree(101, 3),
           "so are those of 100, and of 101, half of them by a thread");
    fits();
    intervals();
    ps();
    return tap_done();
}
