/* removed.jsonl: the tombstones of people who were in an earlier release, and
 * are no more. All that is kept of each is which release that was, and which
 * leaf of its log:
 *
 *   {"release":"1.0.0","leaf":6}
 *
 * one a line, in the order of versions and of leaves. Whoever is removed makes
 * another major version. */
#ifndef REMOVED_H
#define REMOVED_H

#include <stdint.h>

#include "edition.h"
#include "files/findings.h"
#include "files/tree.h"

#define REMOVED_NAME "removed.jsonl"

struct removed {
    uint64_t count;       /* of tombstones */
    struct edition last;  /* the release of the last one: no name */
    uint64_t leaf;        /* of that */
};

/* Reads the file of the tree, if it has one, and marks it as accounted for;
 * what is wrong with it becomes findings. Returns 0, or -1 (told). */
int removed_check(struct removed *r, struct tree *tree, struct findings *f);

/* Looks whether all were removed from releases of earlier major versions. */
void removed_check_edition(const struct removed *r, const struct edition *e,
                           struct findings *f);

/* Appends the line of a tombstone. */
void removed_write(const char *release, uint64_t leaf, struct buf *out);

#endif
