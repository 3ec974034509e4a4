/* A panel of rows, one a run: its name, a stretch from 0 to 100 per cent, and a
 * figure at the end. */
#ifndef STRIPS_H
#define STRIPS_H

#include <stddef.h>

#include "buf.h"
#include "report/scale.h"
#include "report/svg.h"

struct strips {
    struct buf *out;  /* borrowed */
    struct scale x;
    double height;    /* of the drawing */
};

/* Draws the frame for so many rows. `title` is the id of what names the
 * drawing. */
void strips_begin(struct strips *s, size_t rows, const char *title);
void strips_end(struct strips *s);

/* Name and figure of a row, plain text. */
void strips_label(struct strips *s, size_t row, const char *name,
                  const char *figure);

/* The middle of a row; a block in it between two shares, its height a share of
 * the row's. */
double strips_middle(size_t row);
void strips_block(struct strips *s, size_t row, const char *classes,
                  double from, double to, double height);

/* A line down through all rows. */
void strips_down(struct strips *s, const char *classes, double share);

#endif
