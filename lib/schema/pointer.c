#include "config.h"

#include "schema/pointer.h"

#include "num.h"
#include "schema/ascii.h"

int pointer_next(const char **at, const char *end, struct buf *token)
{
    size_t start = token->len;
    const char *p = *at;
    if (p == end)
        return 0;
    if (*p++ != '/')
        return -1;
    for (; p < end && *p != '/'; p++) {
        char c = *p;
        if (c == '~') {
            p++;
            if (p == end || !ascii_is_in(*p, "01")) {
                token->len = start;
                return -1;
            }
            c = *p == '0' ? '~' : '/';
        }
        buf_putc(token, c);
    }
    *at = p;
    return 1;
}

bool pointer_valid(const char *text, size_t len)
{
    if (len > 0 && text[0] != '/')
        return false;
    for (size_t i = 0; i < len; i++)
        if (text[i] == '~' && (i + 1 == len || !ascii_is_in(text[i + 1], "01")))
            return false;
    return true;
}

void pointer_add(struct buf *pointer, const char *token, size_t len)
{
    buf_putc(pointer, '/');
    for (size_t i = 0; i < len; i++) {
        if (token[i] == '~')
            buf_puts(pointer, "~0");
        else if (token[i] == '/')
            buf_puts(pointer, "~1");
        else
            buf_putc(pointer, token[i]);
    }
}

void pointer_add_index(struct buf *pointer, size_t index)
{
    buf_putc(pointer, '/');
    buf_put_u64(pointer, index);
}

bool pointer_index(const char *token, size_t len, size_t *index)
{
    uint64_t number;
    if (!num_parse_bytes(token, len, 0, SIZE_MAX, &number))
        return false;
    *index = number;
    return true;
}
