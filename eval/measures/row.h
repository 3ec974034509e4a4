/* Rows of the tables "measures" and "absent" of a scores file
 * (palimpsest-scores(5)). */
#ifndef ROW_H
#define ROW_H

#include <stddef.h>

#include "buf.h"
#include "exam/pool.h"

/* Where rows go: the elements of two JSON arrays, both borrowed. */
struct rows {
    struct buf *measures, *absent;
};

/* Adds a measure over `n` of what it is taken over; `set` may be none. */
void row_measure(const struct rows *rows, const char *name, struct text set,
                 double value, size_t n);

/* Adds one that cannot be had, with what it needs. */
void row_absent(const struct rows *rows, const char *name, const char *needs);

#endif
