/* Memory for many small pieces of text that live and die together. What was
 * handed out never moves, and is all freed by pool_release(). */
#ifndef POOL_H
#define POOL_H

#include <stddef.h>

/* A piece of text; borrowed, and not NUL-ended. */
struct text {
    const char *text; /* NULL for none */
    size_t len;       /* bytes */
};

struct pool_chunk;

/* Starts as {0}. */
struct pool {
    struct pool_chunk *newest; /* owned, and with it those before */
    size_t used;               /* bytes of the newest */
    size_t cap;                /* bytes it has */
};

/* `size` bytes, aligned for any type and not cleared. */
void *pool_take(struct pool *p, size_t size);

/* A copy of `len` bytes, with a NUL behind them that does not count. */
struct text pool_text(struct pool *p, const char *bytes, size_t len);

/* Whether both are the same bytes. */
int text_same(struct text a, struct text b);

/* Orders texts bytewise: below, equal to or above 0. */
int text_order(struct text a, struct text b);

void pool_release(struct pool *p);

#endif
