/* Lines that are written to a log in their turn, whenever they come; or as they
 * come. */
#ifndef TURNS_H
#define TURNS_H

#include <stdbool.h>
#include <stddef.h>

#include "ask/journal.h"
#include "buf.h"

struct turns {
    struct journal *log; /* borrowed */
    bool as_done;        /* no turns are kept */
    size_t count;        /* turns there are */
    size_t settled;      /* in a row, from the first: nothing waits for them */
    struct buf *lines;   /* owned: by turn, what waits */
    bool *done;          /* owned: the same */
};

void turns_init(struct turns *t, struct journal *log, size_t count,
                bool as_done);

/* Where the line of a turn goes; empty for a turn that has none. */
struct buf *turns_line(struct turns *t, size_t turn);

/* Ends a turn, and writes what need not wait. Returns 0, or -1 (told). */
int turns_end(struct turns *t, size_t turn);

void turns_release(struct turns *t);

#endif
