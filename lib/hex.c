#include "config.h"

#include "hex.h"

void hex_encode(const void *bytes, size_t len, struct buf *out)
{
    static const char digits[] = "0123456789abcdef";
    const unsigned char *from = bytes;
    char *to = buf_reserve(out, 2 * len);
    for (size_t i = 0; i < len; i++) {
        to[2 * i] = digits[from[i] >> 4];
        to[2 * i + 1] = digits[from[i] & 15];
    }
    out->len += 2 * len;
}

/* The value of a digit, or -1. */
static int value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

int hex_decode(const char *text, size_t len, unsigned char *bytes)
{
    if (len % 2 != 0)
        return -1;
    for (size_t i = 0; i < len; i += 2) {
        int high = value(text[i]), low = value(text[i + 1]);
        if (high < 0 || low < 0)
            return -1;
        bytes[i / 2] = (unsigned char)(high << 4 | low);
    }
    return 0;
}
