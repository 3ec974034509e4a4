/* Numbers as people read them: shares as per cent with one decimal, differences
 * with their sign, "–" for what is not there. */
#ifndef FORMAT_H
#define FORMAT_H

#include "buf.h"
#include "report/scores.h"

#define FORMAT_NONE "\xe2\x80\x93" /* an en dash */

/* "61.2" of a share. */
void format_percent(struct buf *out, struct number n);

/* "58.0 to 64.1" of two shares; nothing if one is not there. */
void format_interval(struct buf *out, struct number low, struct number high);

/* "+3.1" or "−2.0" of a difference of shares. */
void format_points(struct buf *out, double value);

/* A whole number, 20754 as "20,754". */
void format_count(struct buf *out, struct number n);

/* A value of any scale: as per cent if `share`, else with four digits. */
void format_value(struct buf *out, struct number n, bool share);

/* "0.012"; "< 0.001". */
void format_p(struct buf *out, struct number n);

#endif
