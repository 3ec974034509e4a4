/* Scores as text against the C library's own. */
#include "config.h"

#include "text/decimal.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "tap.h"

static bool agrees(double number)
{
    struct buf b = BUF_EMPTY;
    char wanted[64];
    snprintf(wanted, sizeof wanted, "%.17g", number);
    decimal_add(&b, number);
    bool good = strcmp(buf_string(&b), wanted) == 0;
    if (!good)
        printf("# %s, wanted %s\n", buf_string(&b), wanted);
    buf_release(&b);
    return good;
}

static void fractions(void)
{
    bool good = true;
    for (int whole = 1; whole <= 300; whole++)
        for (int part = 0; part <= whole; part++)
            good = good && agrees((double)part / whole) &&
                   agrees(100.0 * part / whole);
    tap_ok(good, "fractions and percents are written as printf does");
}

static void edges(void)
{
    static const double list[] = {0, 1e-4, 1e-3, 1e-2, 1e-1, 1, 1e1, 1e2, 1e3,
        1e-5, 1e-300, 2.2250738585072014e-308, 0.5, 2, 100, 999.99999999999989};
    bool good = true;
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
        good = good && agrees(list[i]) && agrees(nextafter(list[i], 2000)) &&
               (list[i] == 0 || agrees(nextafter(list[i], 0)));
    tap_ok(good, "so are powers of ten, what is beside them, and tiny numbers");
}

static void any(void)
{
    uint64_t state = 7;
    bool good = true;
    for (int i = 0; i < 100000; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        double number = (double)(state >> 11) * 0x1p-53;
        good = good && agrees(number) && agrees(number * 0.001);
    }
    tap_ok(good, "so are 200,000 others");
}

int main(void)
{
    struct buf b = BUF_EMPTY;
    fractions();
    edges();
    any();
    decimal_add(&b, NAN);
    tap_same(b.data, b.len, "null", "what is no number is null");
    buf_release(&b);
    return tap_done();
}
