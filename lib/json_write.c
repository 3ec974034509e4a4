#include "config.h"

#include "json_write.h"

#include <string.h>

static void escape(struct buf *b, unsigned char c)
{
    static const char names[] = "btn\0fr"; /* for 0x08 .. 0x0d */
    static const char hex[] = "0123456789abcdef";
    buf_putc(b, '\\');
    if (c == '"' || c == '\\') {
        buf_putc(b, (char)c);
    } else if (c >= 0x08 && c <= 0x0d && c != 0x0b) {
        buf_putc(b, names[c - 0x08]);
    } else {
        buf_add(b, "u00", 3);
        buf_putc(b, hex[c >> 4]);
        buf_putc(b, hex[c & 15]);
    }
}

void json_write_string(struct buf *b, const char *text, size_t len)
{
    buf_putc(b, '"');
    size_t from = 0;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        buf_add(b, text + from, i - from);
        escape(b, c);
        from = i + 1;
    }
    buf_add(b, text + from, len - from);
    buf_putc(b, '"');
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
