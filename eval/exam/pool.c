#include "config.h"

#include "exam/pool.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"

#define CHUNK ((size_t)1 << 18) /* bytes; more for a larger piece */

struct pool_chunk {
    struct pool_chunk *before; /* owned, or NULL */
    alignas(max_align_t) char bytes[];
};

static void add_chunk(struct pool *p, size_t size)
{
    p->cap = size > CHUNK ? size : CHUNK;
    struct pool_chunk *chunk = xmalloc(1, sizeof *chunk + p->cap);
    chunk->before = p->newest;
    p->newest = chunk;
    p->used = 0;
}

/* `size` bytes at a place that is a multiple of `align`. */
static char *take(struct pool *p, size_t size, size_t align)
{
    size_t from = (p->used + align - 1) / align * align;
    if (p->newest == NULL || from > p->cap || size > p->cap - from) {
        add_chunk(p, size);
        from = 0;
    }
    p->used = from + size;
    return p->newest->bytes + from;
}

void *pool_take(struct pool *p, size_t size)
{
    return take(p, size, alignof(max_align_t));
}

struct text pool_text(struct pool *p, const char *bytes, size_t len)
{
    char *copy = take(p, len + 1, 1);
    if (len > 0)
        memcpy(copy, bytes, len);
    copy[len] = '\0';
    return (struct text){copy, len};
}

int text_same(struct text a, struct text b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.text, b.text, a.len) == 0);
}

int text_order(struct text a, struct text b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int order = len == 0 ? 0 : memcmp(a.text, b.text, len);
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

void pool_release(struct pool *p)
{
    while (p->newest != NULL) {
        struct pool_chunk *before = p->newest->before;
        free(p->newest);
        p->newest = before;
    }
    *p = (struct pool){0};
}
