/* A growing run of bytes. It owns its memory until buf_release(). It grows to
 * BUF_LIMIT at most; asking for more ends the process as memory run out. */
#ifndef BUF_H
#define BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define BUF_LIMIT ((size_t)1 << 31) /* bytes */

struct buf {
    char *data; /* owned, or NULL while nothing was ever added */
    size_t len; /* bytes in use */
    size_t cap; /* bytes allocated */
};

#define BUF_EMPTY ((struct buf){0})

/* Makes room for `more` bytes behind the ones in use; returns where they go. */
char *buf_reserve(struct buf *b, size_t more);

/* Adds bytes, a string, one byte, a decimal number. */
void buf_add(struct buf *b, const void *bytes, size_t len);
void buf_puts(struct buf *b, const char *text);
void buf_putc(struct buf *b, char c);
void buf_put_u64(struct buf *b, uint64_t number);

/* Adds formatted text: for messages and files written once, not for records. */
void buf_printf(struct buf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* The content as a NUL-ended string, borrowed until the next change. */
const char *buf_string(struct buf *b);

/* Empties without freeing; frees. */
void buf_clear(struct buf *b);
void buf_release(struct buf *b);

#endif
