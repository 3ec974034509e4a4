/* An attribute whose shares hold at every hundred people. Person i (from 0)
 * stands in block i / 100; the block's places are permuted, by a key of the
 * attribute and the block, and the place decides the category: categories take
 * turns in a cycle of at most 100 places. So of the first 100 k people every
 * category has its exact share, +-1 where the cycle does not divide 100, and a
 * person's category is found without looking at anybody else. A block's places
 * are kept until another block is asked about. */
#ifndef QUOTA_H
#define QUOTA_H

#include <stddef.h>
#include <stdint.h>

#define QUOTA_BLOCK 100

struct quota {
    uint64_t key;                     /* of the attribute */
    uint32_t cycle;                   /* places in a turn, 1..100 */
    uint8_t category[QUOTA_BLOCK];    /* by place in the turn */
    uint8_t before[QUOTA_BLOCK];      /* same category earlier in the turn */
    uint8_t in_turn[QUOTA_BLOCK];     /* places of a category in a turn */
    uint64_t block;                   /* whose places are in `place` */
    uint8_t place[QUOTA_BLOCK];       /* by person; all 0: no block yet */
};

/* Starts a quota with no categories; `seed` and `name` give the key. */
void quota_init(struct quota *q, const char *seed, const char *name);

/* Adds a category that has `weight` places in a turn. Returns its number, or
 * -1 if the turn would be longer than 100. */
int quota_add(struct quota *q, unsigned weight);

/* The category of person `index` (from 0). *rank, if not NULL, becomes the
 * person's number (from 0) among those of the category, in some order that is
 * its own: no two people of a category have the same. */
unsigned quota_category(struct quota *q, uint64_t index, uint64_t *rank);

#endif
