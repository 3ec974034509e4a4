/* Memory for one piece of work that may not take more than so much: one run of
 * bytes, handed out from the front and given back all at once. What is not
 * touched takes no memory. With address sanitizer on, bytes that were not
 * handed out are poisoned. */
#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

struct arena {
    unsigned char *base; /* owned */
    size_t size;         /* bytes in all */
    size_t used;         /* of them */
    size_t last;         /* where the newest piece begins */
};

/* Returns 0, or -1 with errno; `size` is a multiple of the page size. */
int arena_open(struct arena *a, size_t size);

/* `size` bytes, all zero (stb_image reads tables that a file left out), aligned
 * for any type; NULL if there are not so many left. */
void *arena_alloc(struct arena *a, size_t size);

/* `old` (or NULL), of `old_size` bytes, made larger: in place if it is the
 * newest piece, else copied. NULL, and `old` stays, if there is no room. */
void *arena_grow(struct arena *a, void *old, size_t old_size, size_t size);

/* Takes all pieces back. */
void arena_clear(struct arena *a);

void arena_close(struct arena *a);

#endif
