#include "config.h"

#include "decimal.h"

#include <math.h>
#include <stdint.h>

#define DIGITS 17
#define LEAST 1e-4 /* below, and from MOST on, it takes an exponent */
#define MOST 1e3

/* number * 10^places as a whole number, rounded to the nearest, of two that are
 * as near to the even one. It is exact: the 53 bits of the number and the 68 of
 * 10^20 fit into 128. */
static uint64_t scale(double number, unsigned places)
{
    int exponent;
    double fraction = frexp(number, &exponent);
    unsigned __int128 product = (uint64_t)ldexp(fraction, 53);
    for (unsigned i = 0; i < places; i++)
        product *= 10;
    unsigned shift = (unsigned)(53 - exponent);
    unsigned __int128 half = (unsigned __int128)1 << (shift - 1);
    unsigned __int128 rest = product & ((half << 1) - 1);
    uint64_t whole = (uint64_t)(product >> shift);
    return whole + (rest > half || (rest == half && (whole & 1) == 1));
}

/* Appends a number below MOST, but not below LEAST. */
static void add_plain(struct buf *out, double number)
{
    static const double powers[] = {1e-3, 1e-2, 1e-1, 1, 1e1, 1e2};
    unsigned places = 20; /* behind the point */
    for (size_t i = 0; i < sizeof powers / sizeof powers[0]; i++)
        places -= number >= powers[i];
    uint64_t value = scale(number, places);
    while (places > 0 && value % 10 == 0) {
        value /= 10;
        places--;
    }
    char digits[32];
    size_t at = sizeof digits;
    for (unsigned i = 0; value > 0 || i <= places; i++) {
        if (i == places && places > 0)
            digits[--at] = '.';
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    }
    buf_add(out, digits + at, sizeof digits - at);
}

void decimal_add(struct buf *out, double number)
{
    if (isnan(number))
        buf_puts(out, "null");
    else if (number == 0 || number == 1)
        buf_putc(out, number == 0 ? '0' : '1');
    else if (number >= LEAST && number < MOST)
        add_plain(out, number);
    else
        buf_printf(out, "%.*g", DIGITS, number);
}
