/* Memory that is there or ends the process: the one place where running out
 * is dealt with. What these return is freed with free(). */
#ifndef ALLOC_H
#define ALLOC_H

#include <stddef.h>

/* `count` times `size` bytes, not cleared; the product is checked. */
void *xmalloc(size_t count, size_t size);

/* The same, cleared. */
void *xcalloc(size_t count, size_t size);

/* `old` (or NULL) grown or shrunk to `count` times `size` bytes. */
void *xrealloc(void *old, size_t count, size_t size);

/* A NUL-ended copy of the first `len` bytes of `text`. */
char *xstrndup(const char *text, size_t len);

#endif
