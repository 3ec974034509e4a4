#include "config.h"

#include "calendar.h"

#include <stdbool.h>

static bool is_leap(unsigned year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static unsigned days_in_year(unsigned year)
{
    return is_leap(year) ? 366 : 365;
}

static void put_digits(struct buf *out, unsigned number, unsigned place)
{
    for (; place > 0; place /= 10)
        buf_putc(out, (char)('0' + number / place % 10));
}

void calendar_draw(unsigned year, struct rng *r, struct buf *out)
{
    static const unsigned days[] = {31, 28, 31, 30, 31, 30,
                                    31, 31, 30, 31, 30, 31};
    unsigned total = 0, month = 0;
    for (unsigned y = year; y < year + 10; y++)
        total += days_in_year(y);
    unsigned day = (unsigned)rng_below(r, total);
    for (; day >= days_in_year(year); year++)
        day -= days_in_year(year);
    for (;; month++) {
        unsigned length = days[month] + (month == 1 && is_leap(year));
        if (day < length)
            break;
        day -= length;
    }
    put_digits(out, year, 1000);
    buf_putc(out, '-');
    put_digits(out, month + 1, 10);
    buf_putc(out, '-');
    put_digits(out, day + 1, 10);
}
