/* The split records of one run, rendered once but for the rank: of all people
 * the text before it is the same, and there are only as many texts behind it
 * as ratios, and one more, and one a kind that is not ranked. */
#ifndef STAMP_H
#define STAMP_H

#include <stdint.h>

#include "buf.h"
#include "record.h"
#include "splitrule.h"

struct stamp {
    size_t count;                          /* of ratios */
    uint64_t counts[SPLITRULE_RATIOS];     /* people in each forget set */
    struct buf head;                       /* owned: up to the rank */
    struct buf tails[SPLITRULE_RATIOS + 1]; /* owned: behind it, by the number
                                               of forget sets passed */
    struct buf unranked[RECORD_KINDS];     /* owned: behind null, by kind */
};

/* The set of people of a kind that is not ranked, or NULL. */
const char *stamp_set(enum record_kind kind);

/* Renders; freed with stamp_release(). */
void stamp_init(struct stamp *s, const struct splitrule *rule);

/* Appends the split record of a person: `rank` from 1 for a fictitious one,
 * else 0. */
void stamp_write(const struct stamp *s, uint64_t rank, enum record_kind kind,
                 struct buf *out);

/* Appends `line` (one person of `len` bytes that was checked) with the member
 * "split" added behind its last one; all other bytes are kept. The same as
 * json_insert() of stamp_write(), with the text copied once. */
void stamp_line(const struct stamp *s, const char *line, size_t len,
                uint64_t rank, enum record_kind kind, struct buf *out);

void stamp_release(struct stamp *s);

#endif
