/* JSON pointers (RFC 6901): "/people/0/a~1b". */
#ifndef SCHEMA_POINTER_H
#define SCHEMA_POINTER_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"

/* Moves *at over the next token of a pointer that ends at `end` and appends it,
 * unescaped. Returns 1, 0 at the end of the pointer, or -1 if what follows is
 * none: no '/' before it, or a '~' without 0 or 1 behind. `token` is then as it
 * was. */
int pointer_next(const char **at, const char *end, struct buf *token);

/* True if `len` bytes are a pointer, the empty one among them. */
bool pointer_valid(const char *text, size_t len);

/* Appends a token to a pointer, escaped; the number of an element. */
void pointer_add(struct buf *pointer, const char *token, size_t len);
void pointer_add_index(struct buf *pointer, size_t index);

/* True and *index if a token is the number of an element: digits, with no 0
 * before them. */
bool pointer_index(const char *token, size_t len, size_t *index);

#endif
