/* Two numbers with a blank between them are in one order, whichever comes
 * first; equal ones have one hash; and what long arithmetic says of short whole
 * numbers is true. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "json_scan.h"
#include "schema/decimal.h"
#include "target.h"

static bool is_number(const char *text, size_t len)
{
    struct json_scan scan = {0};
    bool good =
        len > 0 && (text[0] == '-' || (text[0] >= '0' && text[0] <= '9'));
    good = good && text[len - 1] >= '0' && text[len - 1] <= '9' &&
           json_scan_check(&scan, text, len) == 0;
    json_scan_release(&scan);
    return good;
}

static int sign(long long number)
{
    return (number > 0) - (number < 0);
}

/* True and *value if it is at most 18 digits and nothing else. */
static bool is_short(const char *text, size_t len, long long *value)
{
    bool minus = text[0] == '-';
    *value = 0;
    if (len - minus > 18)
        return false;
    for (size_t i = minus; i < len; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *value = *value * 10 + (text[i] - '0');
    }
    *value = minus ? -*value : *value;
    return true;
}

static void check(const char *a, size_t alen, const char *b, size_t blen)
{
    int order = decimal_compare(a, alen, b, blen);
    int times = decimal_multiple_of(a, alen, b, blen);
    long long x, y;
    if (sign(order) != -sign(decimal_compare(b, blen, a, alen)) ||
        decimal_compare(a, alen, a, alen) != 0 || times < -1 || times > 1)
        abort();
    if (order == 0 && decimal_hash(a, alen) != decimal_hash(b, blen))
        abort();
    if (decimal_is_integer(a, alen) != decimal_multiple_of(a, alen, "1", 1))
        abort();
    if (!is_short(a, alen, &x) || !is_short(b, blen, &y))
        return;
    if (sign(order) != sign((x > y) - (x < y)) ||
        times != (y != 0 && x % y == 0))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *a = (const char *)data, *b = memchr(a, ' ', size);
    if (b == NULL)
        return 0;
    size_t alen = (size_t)(b - a), blen = size - alen - 1;
    b++;
    if (is_number(a, alen) && is_number(b, blen))
        check(a, alen, b, blen);
    return 0;
}
