/* The split records of one run, rendered once but for the rank: of all people
 * the text before it is the same, and behind it there is one for each segment
 * of the ranks (splitsets.h), and one a kind that is not ranked. */
#ifndef STAMP_H
#define STAMP_H

#include <stdint.h>

#include "buf.h"
#include "record.h"
#include "splitsets.h"

struct stamp {
    const struct splitrule *rule;      /* borrowed */
    const struct splitsets *sets;      /* borrowed */
    bool ranked;                       /* records state ranks */
    struct buf head;                   /* owned: up to the rank */
    struct buf *tails;                 /* owned: behind it, by segment */
    struct buf unranked[RECORD_KINDS]; /* owned: behind null, by kind */
};

/* Renders; freed with stamp_release(), before what it borrowed. */
void stamp_init(struct stamp *s, const struct splitrule *rule,
                const struct splitsets *sets);

/* Appends the split record of a person: `rank` from 1 for a fictitious one (a
 * band, if the sets are of bands), else 0. */
void stamp_write(const struct stamp *s, uint64_t rank, enum record_kind kind,
                 struct buf *out);

/* Appends `line` (one person of `len` bytes that was checked) with the member
 * "split" added behind its last one; all other bytes are kept. The same as
 * json_insert() of stamp_write(), with the text copied once. */
void stamp_line(const struct stamp *s, const char *line, size_t len,
                uint64_t rank, enum record_kind kind, struct buf *out);

/* Looks at what one record says by itself, of which `rank`, 0 for null, was read
 * already: whether one of its kind may state that rank, and whether the member
 * `split` is what stamp_write() would write. Returns NULL, or a static text that
 * says what is wrong. */
const char *stamp_check(const struct stamp *s, const struct record_head *head,
                        uint64_t rank, const struct json_member *split);

void stamp_release(struct stamp *s);

#endif
