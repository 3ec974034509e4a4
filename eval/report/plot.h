/* A panel with two axes: its frame, ticks and names, and where a pair of values
 * lies in it. */
#ifndef PLOT_H
#define PLOT_H

#include "buf.h"
#include "report/scale.h"
#include "report/svg.h"

struct plot {
    struct buf *out; /* borrowed */
    struct scale x, y;
};

/* Rounds the scales, which hold all values already, and draws the frame; names
 * are plain text. `title` is the id of what names the drawing. */
void plot_begin(struct plot *p, const char *title, const char *x,
                const char *y);
void plot_end(struct plot *p);

struct svg_point plot_at(const struct plot *p, double x, double y);

/* Lines across at a value. */
void plot_across(struct plot *p, const char *classes, double y);
void plot_down(struct plot *p, const char *classes, double x);

/* A band across between two values. */
void plot_band(struct plot *p, const char *classes, double low, double high);

#endif
