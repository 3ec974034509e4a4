/* Ids that must be unique in a whole release, though there are too many to
 * keep: 128 bits of their SHA-256 are sorted in runs of UNIQUE_RUN, kept on
 * disk and merged at the end. Memory is fixed: a run, and a block of every run
 * while merging. */
#ifndef UNIQUE_H
#define UNIQUE_H

#include <stddef.h>
#include <stdint.h>

#include "spool.h"

#define UNIQUE_RUN ((size_t)1 << 15) /* entries */
#define UNIQUE_TWINS 10              /* pairs that are found, at most */

struct unique_entry {
    uint64_t hash[2];
    uint64_t number; /* of the record the id is in */
};

/* Two records that hold the same id. */
struct unique_twins {
    uint64_t numbers[2];
};

struct unique {
    struct spool spool;
    struct unique_entry *run; /* owned: UNIQUE_RUN entries */
    size_t used;              /* of the run */
    uint64_t last;            /* entries in the spool, in runs */
};

/* Returns 0, or -1 (told). */
int unique_open(struct unique *u);

/* Adds an id of record `number`. Returns 0, or -1 (told). */
int unique_add(struct unique *u, const char *id, size_t len, uint64_t number);

/* Looks, once all are added, for ids that two records of different numbers
 * hold. Returns how many such pairs there are, each once and UNIQUE_TWINS at
 * most, with their numbers, the smaller first, in order; or -1 (told). Of more
 * than two who hold one id, each is paired with the next. */
int unique_find_twins(struct unique *u,
                      struct unique_twins twins[UNIQUE_TWINS]);

void unique_close(struct unique *u);

#endif
