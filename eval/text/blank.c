#include "config.h"

#include "blank.h"

#include <stdint.h>

#include "utf8.h"

static bool is_blank(uint32_t point)
{
    return point == 0x85 || point == 0xa0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200a) || point == 0x2028 ||
           point == 0x2029 || point == 0x202f || point == 0x205f ||
           point == 0x3000;
}

size_t blank_length(const char *text, size_t len)
{
    unsigned char c = (unsigned char)text[0];
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
    if (c != 0xc2 && (c < 0xe1 || c > 0xe3))
        return 0;
    uint32_t point = utf8_decode(text, &len);
    return is_blank(point) ? len : 0;
}

size_t blank_strip(const char *text, size_t len)
{
    while (len > 0) {
        size_t at = len - 1;
        while (at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80)
            at--;
        if (blank_length(text + at, len - at) == 0)
            break;
        len = at;
    }
    return len;
}
