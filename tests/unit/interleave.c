#include "config.h"

#include "interleave.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "perm.h"
#include "tap.h"

/* Compares (2r - 1) / (2s) with (2q - 1) / (2t), exactly: -1, 0, 1. Sizes are
 * below 2^31, so that nothing overflows. */
static int compare(uint64_t r, uint64_t s, uint64_t q, uint64_t t)
{
    uint64_t a = (2 * r - 1) * t, b = (2 * q - 1) * s;
    return (a > b) - (a < b);
}

static int compare_places(uint32_t r, uint32_t s, uint32_t q, uint32_t t)
{
    uint64_t a = interleave_place(r, s), b = interleave_place(q, t);
    return (a > b) - (a < b);
}

static void small(void)
{
    bool good = true;
    for (uint32_t s = 1; s <= 40; s++)
        for (uint32_t t = 1; t <= 40; t++)
            for (uint32_t r = 1; r <= s; r++)
                for (uint32_t q = 1; q <= t; q++)
                    good = good && compare_places(r, s, q, t) ==
                                       compare(r, s, q, t);
    tap_ok(good, "fractions of sizes to 40 are ordered exactly");
}

/* Fractions as near as they can be: sizes next to 2^31, and the r and q for
 * which the difference of the cross products is least. */
static void near_ties(void)
{
    static const uint32_t sizes[][2] = {
        {2147483647, 2147483646}, {2147483647, 2147483645},
        {2147483629, 2147483647}, {1073741824, 1073741823},
        {2147483646, 1073741823}, {3, 2147483646}, {1, 2147483647}};
    bool good = true;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        uint64_t s = sizes[i][0], t = sizes[i][1], mixed = 0;
        for (int try = 0; try < 20000; try++) {
            mixed = perm_mix(mixed);
            uint64_t r = mixed % s + 1;
            uint64_t q = (2 * r - 1) * t / (2 * s);
            for (uint64_t near = q > 2 ? q - 2 : 1;
                 near <= q + 2 && near <= t; near++)
                good = good &&
                       compare_places((uint32_t)r, (uint32_t)s,
                                      (uint32_t)near, (uint32_t)t) ==
                           compare(r, s, near, t);
        }
    }
    tap_ok(good, "the nearest fractions of the largest sizes are, too");
    tap_ok(interleave_place(1, 1) == (uint64_t)1 << 63 &&
               interleave_place(2147483648u, 4294967295u) ==
                   (uint64_t)1 << 63 &&
               interleave_place(4294967295u, 4294967295u) ==
                   UINT64_MAX - ((uint64_t)1 << 31),
           "places are what Python says");
}

/* What interleave() must do, by comparing everybody with everybody. */
static void slowly(const uint32_t *order, size_t count,
                   const uint16_t *strata, uint32_t *result)
{
    uint32_t *r = xcalloc(count, sizeof *r), *s = xcalloc(count, sizeof *s);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++)
            if (strata[order[i]] == strata[order[j]]) {
                s[i]++;
                r[i] += j <= i;
            }
    for (size_t i = 0; i < count; i++) {
        size_t before = 0;
        for (size_t j = 0; j < count; j++) {
            int c = compare(r[j], s[j], r[i], s[i]);
            before += c < 0 || (c == 0 && j < i);
        }
        result[before] = order[i];
    }
    free(r);
    free(s);
}

static void orders(size_t count, uint16_t strata_count, uint64_t key)
{
    uint32_t *order = xmalloc(count, sizeof *order);
    uint32_t *wanted = xmalloc(count, sizeof *wanted);
    uint16_t *strata = xmalloc(count, sizeof *strata);
    struct perm perm;
    perm_init(&perm, count, key);
    for (size_t i = 0; i < count; i++) {
        order[i] = (uint32_t)perm_apply(&perm, i);
        uint64_t draw = perm_mix(key ^ i) % strata_count;
        strata[i] = (uint16_t)(draw * draw / strata_count);
    }
    slowly(order, count, strata, wanted);
    interleave(order, count, strata, strata_count);
    tap_ok(memcmp(order, wanted, count * sizeof *order) == 0,
           "%zu people in up to %u strata are ordered as one by one", count,
           strata_count);
    free(order);
    free(wanted);
    free(strata);
}

int main(void)
{
    small();
    near_ties();
    orders(1, 1, 1);
    orders(2, 2, 2);
    orders(500, 1, 3);
    orders(500, 3, 4);
    orders(500, 100, 5);
    orders(500, 500, 6);
    orders(997, 30, 7);
    uint32_t none = 0;
    interleave(&none, 0, NULL, 0);
    tap_ok(true, "nobody is ordered, too");
    return tap_done();
}
