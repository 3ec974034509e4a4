#include "config.h"

#include "buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "alloc.h"
#include "diag.h"

/* Kept apart so that the usual case, enough room, stays short. */
static void grow(struct buf *b, size_t more)
{
    if (more > BUF_LIMIT - b->len)
        diag_out_of_memory();
    size_t cap = b->cap < 256 ? 256 : b->cap;
    while (cap < b->len + more)
        cap *= 2;
    b->data = xrealloc(b->data, cap, 1);
    b->cap = cap;
}

char *buf_reserve(struct buf *b, size_t more)
{
    if (b->cap - b->len < more || b->data == NULL)
        grow(b, more);
    return b->data + b->len;
}

void buf_add(struct buf *b, const void *bytes, size_t len)
{
    if (len == 0)
        return;
    if (b->cap - b->len < len)
        grow(b, len);
    memcpy(b->data + b->len, bytes, len);
    b->len += len;
}

void buf_puts(struct buf *b, const char *text)
{
    buf_add(b, text, strlen(text));
}

void buf_putc(struct buf *b, char c)
{
    *buf_reserve(b, 1) = c;
    b->len++;
}

void buf_put_u64(struct buf *b, uint64_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    buf_add(b, digits + at, sizeof digits - at);
}

void buf_vprintf(struct buf *b, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    if (len < 0)
        diag_out_of_memory();
    char *at = buf_reserve(b, (size_t)len + 1);
    vsnprintf(at, (size_t)len + 1, format, again);
    va_end(again);
    b->len += (size_t)len;
}

void buf_printf(struct buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_vprintf(b, format, args);
    va_end(args);
}

const char *buf_string(struct buf *b)
{
    *buf_reserve(b, 1) = '\0';
    return b->data;
}

void buf_clear(struct buf *b)
{
    b->len = 0;
}

void buf_release(struct buf *b)
{
    free(b->data);
    *b = BUF_EMPTY;
}
