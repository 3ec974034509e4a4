/* How often each text was seen on a subject, which is a number. Texts are
 * borrowed and must outlive the tally. */
#ifndef TALLY_H
#define TALLY_H

#include <stddef.h>
#include <stdint.h>

#include "exam/pool.h"

struct tally_entry {
    struct text text;
    size_t subject;
    size_t times; /* 0: the slot is free */
};

/* Starts as {0}. */
struct tally {
    struct tally_entry *slots; /* owned: hash table, its size a power of two */
    size_t cap, used;
};

/* Counts a text once more. Returns how often it was seen by now. */
size_t tally_add(struct tally *t, size_t subject, struct text text);

/* How often it was seen. */
size_t tally_times(const struct tally *t, size_t subject, struct text text);

/* Which of two texts comes first by their SHA-256: below, equal to or above
 * 0. */
int tally_order(struct text a, struct text b);

void tally_release(struct tally *t);

#endif
