/* Runs of n tokens that a text has in common with others. A run of n tokens is
 * known by that of its first n - 1 and its last token, so that equal runs, and
 * only they, are the same; nothing depends on how they are hashed. */
#ifndef GRAMS_H
#define GRAMS_H

#include <stddef.h>
#include <stdint.h>

#include "tokens.h"

#define GRAMS_ORDERS 6 /* the longest runs there are */

/* A slot of the table of runs: by what it is known, and its number. */
struct grams_slot {
    uint64_t key;    /* number of the shorter run << 32 | token */
    uint32_t number; /* of the run, + 1; 0 is free */
};

/* How often a run is there. */
struct grams_tally {
    uint32_t candidate; /* in the candidate */
    uint32_t reference; /* in the reference now counted */
    uint32_t most;      /* in the reference that has it most often */
    uint32_t slot;      /* where it is in the table */
};

/* Starts as {0}; serves any number of texts. */
struct grams {
    struct grams_slot *slots;   /* owned */
    struct grams_tally *tally;  /* owned: by number, as many as runs */
    uint32_t *runs[2];          /* owned: the run that starts at each token, of
                                   the candidate and of the references */
    size_t room[2];             /* in runs */
    size_t cap;                 /* room in the tally; twice as many slots */
    size_t count;               /* runs of the order now counted */
};

/* Counts into matches[n - 1], for each n up to `orders`, the runs of n tokens
 * of the candidate that are in the references too: each as often as it is in
 * the candidate, but not more often than in the reference that has it most. */
void grams_match(struct grams *g, const struct tokens *candidate,
                 const struct tokens *references, size_t count,
                 unsigned orders, size_t *matches);

/* How many runs of n tokens a text of `count` has. */
size_t grams_total(size_t count, unsigned n);

void grams_release(struct grams *g);

#endif
