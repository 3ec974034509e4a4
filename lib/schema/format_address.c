#include "config.h"

#include <string.h>

#include "schema/ascii.h"
#include "schema/format_parts.h"

/* One octet at the start of a text: how many digits, or 0. */
static size_t octet_length(const char *text, size_t len)
{
    unsigned value = 0;
    size_t digits = ascii_digits(text, len);
    if (digits == 0 || digits > 3 || (digits > 1 && text[0] == '0'))
        return 0;
    for (size_t i = 0; i < digits; i++)
        value = value * 10 + (unsigned)(text[i] - '0');
    return value <= 255 ? digits : 0;
}

bool format_ipv4(const char *text, size_t len)
{
    size_t at = 0;
    for (int octet = 0; octet < 4; octet++) {
        if (octet > 0 && (at == len || text[at++] != '.'))
            return false;
        size_t digits = octet_length(text + at, len - at);
        if (digits == 0)
            return false;
        at += digits;
    }
    return at == len;
}

/* One to four hexadecimal digits: how many, or 0. */
static size_t group_length(const char *text, size_t len)
{
    size_t digits = 0;
    while (digits < len && ascii_hex(text[digits]) >= 0)
        digits++;
    return digits <= 4 ? digits : 0;
}

/* Counts groups with a ':' between them, of which the last may be an IPv4
 * address, worth two; -1 if there is anything else. */
static int count_groups(const char *text, size_t len, bool last)
{
    int count = 0;
    size_t at = 0;
    if (len == 0)
        return 0;
    for (;;) {
        size_t digits = group_length(text + at, len - at);
        if (digits == 0 || count > 8)
            return -1;
        if (at + digits < len && text[at + digits] == '.')
            return last && format_ipv4(text + at, len - at) ? count + 2 : -1;
        at += digits;
        count++;
        if (at == len)
            return count;
        if (text[at++] != ':')
            return -1;
    }
}

bool format_ipv6(const char *text, size_t len)
{
    size_t gap = 0; /* where "::" stands */
    while (gap + 1 < len && memcmp(text + gap, "::", 2) != 0)
        gap++;
    if (gap + 1 >= len)
        return count_groups(text, len, true) == 8;
    int before = count_groups(text, gap, false);
    int behind = count_groups(text + gap + 2, len - gap - 2, true);
    return before >= 0 && behind >= 0 && before + behind <= 7;
}
