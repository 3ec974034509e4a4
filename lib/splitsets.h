/* The sets that a split makes, each as the ranks it holds, in the order they
 * are told: forget and retain of each ratio (or the requests of a sequence, and
 * retain), tune, holdout, then real and stranger where anybody is in them.
 *
 * People of one rank's neighbourhood are in the same sets: `ends` are the ranks
 * behind which that changes, and between two of them lies a segment. */
#ifndef SPLITSETS_H
#define SPLITSETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "record.h"
#include "splitrule.h"

#define SPLITSETS_NAME 16 /* bytes of a name and its NUL */

struct splitrange {
    uint64_t first, last; /* ranks, from 1 */
};

struct splitset {
    char name[SPLITSETS_NAME];  /* "forget_05" */
    enum record_kind kind;      /* of the people in it */
    struct splitrange *ranges;  /* owned: ascending, apart; NULL for people who
                                   have no ranks */
    size_t range_count, cap;    /* ranges, and room for them */
    uint64_t count;             /* people in it */
};

struct splitsets {
    struct splitset *list;  /* owned */
    size_t count;           /* of the sets */
    uint64_t *ends;         /* owned: the last rank of each segment */
    size_t segment_count;
};

/* Fills in the sets of the fictitious people by a rule that combines and fits.
 * `below` is for sha256-threshold/1: the people below each threshold. Without,
 * NULL, its sets are of bands in place of ranks: band 1 is below the first
 * threshold, 2 below the second and not the first, and so on. Returns 0, or -1
 * (told) if published lists cannot be read. */
int splitsets_init(struct splitsets *s, const struct splitrule *rule,
                   const uint64_t *below);

/* Adds the sets of people who have no rank, counted by kind. */
void splitsets_add_kinds(struct splitsets *s,
                         const uint64_t kinds[RECORD_KINDS]);

/* The set of people of a kind that is not ranked, or NULL. */
const char *splitsets_of_kind(enum record_kind kind);

/* The first set of nobody, or of all `n` people, or NULL. */
const struct splitset *splitsets_empty(const struct splitsets *s, uint64_t n);

/* The band of an id of `len` bytes by sha256-threshold/1. */
uint64_t splitsets_band(const struct splitrule *rule, const char *id,
                        size_t len);

/* The segment, from 0, in which a rank (or band) from 1 to n lies. */
size_t splitsets_segment(const struct splitsets *s, uint64_t rank);

/* Whether a set holds a rank. */
bool splitset_holds(const struct splitset *set, uint64_t rank);

void splitsets_release(struct splitsets *s);

#endif
