#include "config.h"

#include <string.h>

#include "schema/ascii.h"
#include "schema/format_parts.h"

struct date {
    unsigned year, month, day;
};

/* A number of exactly so many digits at `*at`, which moves behind it; -1 if
 * there are not so many. */
static int read_number(const char **at, const char *end, size_t digits)
{
    int number = 0;
    if (ascii_digits(*at, (size_t)(end - *at)) < digits)
        return -1;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (*(*at)++ - '0');
    return number;
}

static bool skip(const char **at, const char *end, const char *set)
{
    if (*at == end || !ascii_is_in(**at, set))
        return false;
    (*at)++;
    return true;
}

static unsigned days_of(const struct date *d)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30,
                                         31, 31, 30, 31, 30, 31};
    bool leap = d->year % 4 == 0 && (d->year % 100 != 0 || d->year % 400 == 0);
    return d->month == 2 && leap ? 29 : days[d->month - 1];
}

static bool read_date(const char **at, const char *end, struct date *d)
{
    int year = read_number(at, end, 4);
    bool good = year >= 0 && skip(at, end, "-");
    int month = good ? read_number(at, end, 2) : -1;
    good = month >= 1 && month <= 12 && skip(at, end, "-");
    int day = good ? read_number(at, end, 2) : -1;
    if (day < 1)
        return false;
    *d = (struct date){(unsigned)year, (unsigned)month, (unsigned)day};
    return d->day <= days_of(d);
}

/* "hh:mm", in minutes, or -1. */
static int read_minutes(const char **at, const char *end)
{
    int hour = read_number(at, end, 2);
    if (hour < 0 || hour > 23 || !skip(at, end, ":"))
        return -1;
    int minute = read_number(at, end, 2);
    return minute < 0 || minute > 59 ? -1 : hour * 60 + minute;
}

/* The offset, in minutes; false if there is none. */
static bool read_offset(const char **at, const char *end, int *offset)
{
    *offset = 0;
    if (skip(at, end, "zZ"))
        return true;
    bool minus = *at < end && **at == '-';
    if (!skip(at, end, "+-"))
        return false;
    int minutes = read_minutes(at, end);
    *offset = minus ? -minutes : minutes;
    return minutes >= 0;
}

/* A leap second ends a month in UTC: `minutes` are those since the date began,
 * and may be of the day before or after. Any day will do where there is no
 * date. */
static bool is_leap(int minutes, const struct date *d)
{
    static const int last = 24 * 60 - 1;
    if (minutes == -1)
        return d == NULL || d->day == 1;
    if (minutes == last)
        return d == NULL || d->day == days_of(d);
    return minutes == last + 24 * 60 && (d == NULL || d->day == days_of(d) - 1);
}

/* Reads all that is left. */
static bool read_time(const char *at, const char *end, const struct date *d)
{
    int offset, minutes = read_minutes(&at, end);
    if (minutes < 0 || !skip(&at, end, ":"))
        return false;
    int second = read_number(&at, end, 2);
    if (second < 0 || second > 60)
        return false;
    if (skip(&at, end, ".")) {
        size_t digits = ascii_digits(at, (size_t)(end - at));
        if (digits == 0)
            return false;
        at += digits;
    }
    if (!read_offset(&at, end, &offset) || at != end)
        return false;
    return second < 60 || is_leap(minutes - offset, d);
}

bool format_date(const char *text, size_t len)
{
    struct date d;
    const char *at = text;
    return read_date(&at, text + len, &d) && at == text + len;
}

bool format_time(const char *text, size_t len)
{
    return read_time(text, text + len, NULL);
}

bool format_date_time(const char *text, size_t len)
{
    struct date d;
    const char *at = text, *end = text + len;
    return read_date(&at, end, &d) && skip(&at, end, "tT") &&
           read_time(at, end, &d);
}

/* Moves over numbers with units, each the one behind that before in `units`.
 * Returns how many, or -1 at a number without one of them. */
static int read_units(const char **at, const char *end, const char *units)
{
    int count = 0;
    size_t digits;
    while ((digits = ascii_digits(*at, (size_t)(end - *at))) > 0) {
        *at += digits;
        if (*at == end || !ascii_is_letter(**at))
            return -1;
        const char *unit = strchr(units, **at & ~0x20); /* in either case */
        if (unit == NULL || (count > 0 && unit != units))
            return -1;
        units = unit + 1;
        count++;
        (*at)++;
    }
    return count;
}

bool format_duration(const char *text, size_t len)
{
    const char *at = text, *end = text + len;
    if (!skip(&at, end, "pP"))
        return false;
    const char *start = at;
    if (read_units(&at, end, "W") == 1)
        return at == end;
    at = start;
    int days = read_units(&at, end, "YMD");
    if (days < 0)
        return false;
    if (!skip(&at, end, "tT"))
        return days > 0 && at == end;
    return read_units(&at, end, "HMS") > 0 && at == end;
}
