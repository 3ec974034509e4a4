/* Tokens as numbers: the first one that is new gets 0, the next 1, and so on,
 * so that equal tokens, and only they, have equal numbers. It owns its copies
 * of the tokens; emptying it costs what was in it, and keeps the memory. */
#ifndef VOCABULARY_H
#define VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"

/* A token that is known. */
struct vocabulary_entry {
    size_t start, len; /* its bytes in `text` */
    uint32_t hash;
    uint32_t slot;     /* where its number stands */
};

/* Starts as {0}. */
struct vocabulary {
    struct buf text;                  /* owned: all tokens */
    struct vocabulary_entry *entries; /* owned: by number */
    uint32_t *slots; /* owned: hash table of numbers + 1; 0 is free */
    size_t count;    /* tokens */
    size_t cap;      /* room for them; twice as many slots, a power of two */
};

#define VOCABULARY_NONE UINT32_MAX

/* The number of a token of `len` bytes, which becomes known. */
uint32_t vocabulary_number(struct vocabulary *v, const char *token,
                           size_t len);

/* The same, or VOCABULARY_NONE for one that is not known. */
uint32_t vocabulary_find(const struct vocabulary *v, const char *token,
                         size_t len);

/* Empties without freeing; frees. */
void vocabulary_clear(struct vocabulary *v);
void vocabulary_release(struct vocabulary *v);

#endif
