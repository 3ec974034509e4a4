/* An axis: the stretch of values it shows and where its ticks are. Shares are
 * shown as per cent. */
#ifndef SCALE_H
#define SCALE_H

#include <stdbool.h>

#include "buf.h"

struct scale {
    double least, most; /* values at its ends; least > most while empty */
    double step;        /* between two ticks */
    double from, to;    /* coordinates of the ends */
    bool share;
};

#define SCALE_EMPTY ((struct scale){.least = 1, .most = 0})

/* Widens the stretch so that it holds a value. */
void scale_hold(struct scale *s, double value);

/* Rounds the ends to ticks, of which there are about `ticks`. */
void scale_round(struct scale *s, int ticks);

/* The coordinate of a value, kept within the ends. */
double scale_at(const struct scale *s, double value);

/* How many ticks there are, the value of one, and its label, appended. */
int scale_ticks(const struct scale *s);
double scale_tick(const struct scale *s, int tick);
void scale_label(const struct scale *s, int tick, struct buf *out);

#endif
