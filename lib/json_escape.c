#include "config.h"

#include "json_escape.h"

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* The four hex digits at `text`, or -1. */
static long hex4(const char *text, const char *end)
{
    long unit = 0;
    if (end - text < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        int value = hex_value(text[i]);
        if (value < 0)
            return -1;
        unit = unit << 4 | value;
    }
    return unit;
}

long json_escape_point(const char *at, const char *end, size_t *len)
{
    long unit = hex4(at + 1, end);
    *len = 5;
    if (unit < 0xd800 || unit > 0xdfff)
        return unit;
    if (unit > 0xdbff || end - at < 11 || at[5] != '\\' || at[6] != 'u')
        return -2;
    long low = hex4(at + 7, end);
    if (low < 0xdc00 || low > 0xdfff)
        return -2;
    *len = 11;
    return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
}
