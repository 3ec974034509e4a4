/* The sets a split makes, by name and size, in the order they are told:
 * forget and retain of each ratio, then real and stranger where anybody is in
 * them. */
#ifndef SETS_H
#define SETS_H

#include <stddef.h>
#include <stdint.h>

#include "record.h"
#include "splitrule.h"

#define SETS_LIMIT (2 * SPLITRULE_RATIOS + 2)

struct set {
    char name[16];         /* "forget_05" */
    enum record_kind kind; /* of the people in it */
    uint64_t first;        /* rank of the first one; 0 if not ranked */
    uint64_t count;        /* people in it */
};

/* Fills `sets` for people counted by kind; returns their number. */
size_t sets_list(const struct splitrule *rule,
                 const uint64_t kinds[RECORD_KINDS],
                 struct set sets[SETS_LIMIT]);

#endif
