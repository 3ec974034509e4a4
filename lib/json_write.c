#include "config.h"

#include "json_write.h"

#include <stdbool.h>
#include <string.h>

#define ESCAPED 6 /* bytes a byte takes at most: \u001f */

/* True if a byte of the word is '"', '\\' or below 0x20; the tests of a byte
 * may be off only where a lower byte has already said yes. */
static bool has_special(uint64_t word)
{
    const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
    uint64_t quote = word ^ ones * '"', slash = word ^ ones * '\\';
    uint64_t special = ((word - ones * 0x20) & ~word) |
                       ((quote - ones) & ~quote) | ((slash - ones) & ~slash);
    return (special & highs) != 0;
}

/* How many of the first bytes stand for themselves. */
static size_t plain_length(const char *text, size_t len)
{
    size_t at = 0;
    for (uint64_t word; len - at >= sizeof word; at += sizeof word) {
        memcpy(&word, text + at, sizeof word);
        if (has_special(word))
            break;
    }
    for (; at < len; at++) {
        unsigned char c = (unsigned char)text[at];
        if (c < 0x20 || c == '"' || c == '\\')
            break;
    }
    return at;
}

/* Writes the escape of a byte; returns where it ends. */
static char *escape(char *to, unsigned char c)
{
    static const char names[] = "btn\0fr"; /* for 0x08 .. 0x0d */
    static const char hex[] = "0123456789abcdef";
    *to++ = '\\';
    if (c == '"' || c == '\\') {
        *to++ = (char)c;
    } else if (c >= 0x08 && c <= 0x0d && c != 0x0b) {
        *to++ = names[c - 0x08];
    } else {
        memcpy(to, "u00", 3);
        to[3] = hex[c >> 4];
        to[4] = hex[c & 15];
        to += 5;
    }
    return to;
}

void json_write_string(struct buf *b, const char *text, size_t len)
{
    char *to = buf_reserve(b, len + 2);
    *to++ = '"';
    for (;;) {
        size_t plain = plain_length(text, len);
        if (plain > 0)
            memcpy(to, text, plain);
        to += plain;
        if (plain == len)
            break;
        unsigned char c = (unsigned char)text[plain];
        text += plain + 1;
        len -= plain + 1;
        b->len = (size_t)(to - b->data);
        to = escape(buf_reserve(b, len + ESCAPED + 1), c);
    }
    *to++ = '"';
    b->len = (size_t)(to - b->data);
}

void json_write_text(struct buf *b, const char *text)
{
    json_write_string(b, text, strlen(text));
}

void json_write_name(struct buf *b, const char *name)
{
    if (b->len != 0 && b->data[b->len - 1] != '{')
        buf_putc(b, ',');
    json_write_text(b, name);
    buf_putc(b, ':');
}

void json_write_member(struct buf *b, const char *name, const char *text)
{
    json_write_name(b, name);
    json_write_text(b, text);
}

void json_write_member_u64(struct buf *b, const char *name, uint64_t number)
{
    json_write_name(b, name);
    buf_put_u64(b, number);
}
