/* People who have something in common, found in n log n: each is added under
 * keys, 64 bits of what is compared, and those of one key lie next to each
 * other once sorted. Keys may agree by chance, so that what was found is
 * compared in full where it can be. An entry takes 16 bytes. */
#ifndef LINT_MATCHES_H
#define LINT_MATCHES_H

#include <stddef.h>
#include <stdint.h>

struct match {
    uint64_t key;
    uint32_t person; /* number: people.h */
    uint32_t tag;    /* the caller's own */
};

struct matches {
    struct match *list; /* owned */
    size_t count, cap;  /* entries, and room for them */
};

/* A key for `len` bytes; `seed` keeps keys of different things apart. */
uint64_t matches_key(uint64_t seed, const void *bytes, size_t len);

void matches_add(struct matches *m, uint64_t key, uint32_t person,
                 uint32_t tag);

/* Orders the entries by key, then person, then tag. */
void matches_sort(struct matches *m);

/* Behind the last entry that has the key of entry `from`, once sorted. */
size_t matches_end(const struct matches *m, size_t from);

void matches_release(struct matches *m);

#endif
