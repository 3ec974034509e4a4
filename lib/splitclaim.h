/* What a record's split says of itself: palimpsest-split(5), read strictly.
 * The sets are not read: they follow from rank and kind, so that who checks
 * them renders the whole split anew and compares its bytes. */
#ifndef SPLITCLAIM_H
#define SPLITCLAIM_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "json_scan.h"
#include "splitrule.h"

struct splitclaim {
    struct splitrule rule; /* rule.seed points into `seed`, or is NULL */
    uint64_t rank;         /* from 1; 0 for null */
    struct buf seed;       /* owned: NUL-ended */
    struct json_scan scan; /* owned: reused from one read to the next */
};

/* Reads the value of a split member, which was checked as JSON; one struct
 * serves any number of them, started as {0}. Returns 0, or -1 with `reason`
 * replaced by what is wrong: what the rule combines with is looked at, too, and
 * whether its sets fit n. */
int splitclaim_read(struct splitclaim *c, const char *text, size_t len,
                    struct buf *reason);

void splitclaim_release(struct splitclaim *c);

#endif
