/* Days of birth: the decades 1946-1955 to 1996-2005, every real day of a
 * decade as likely as any other. */
#ifndef CALENDAR_H
#define CALENDAR_H

#include "buf.h"
#include "rng.h"

#define CALENDAR_FIRST_YEAR 1946
#define CALENDAR_DECADES 6

/* Appends a day of the ten years from `year` on, "YYYY-MM-DD". */
void calendar_draw(unsigned year, struct rng *r, struct buf *out);

#endif
