/* The splits of two releases, by their splits/splits.json; a log tells nothing
 * of them. */
#ifndef SINCE_SPLIT_H
#define SINCE_SPLIT_H

#include "buf.h"

enum since_split {
    SINCE_SPLIT_UNKNOWN, /* one of them cannot be read */
    SINCE_SPLIT_SAME,    /* lists and all */
    SINCE_SPLIT_AGAIN,   /* other lists, of the same rule and seed */
    SINCE_SPLIT_OTHER,
};

/* Compares the splits of two open folders, whose texts are appended to `then`
 * and `now`; nothing is where there is no split. */
enum since_split since_split(int old, int new, struct buf *then,
                             struct buf *now);

#endif
