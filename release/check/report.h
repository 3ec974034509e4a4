/* What ckrelease prints about a release it has checked. */
#ifndef REPORT_H
#define REPORT_H

#include "checking.h"

/* Appends a summary in lines for people to read: of a release that is right, and
 * of how it follows an earlier one, right or not. */
void report_summary(const struct checking *c, struct buf *out);

/* Appends the ladder, one line: each rung pass, fail or not claimed. */
void report_ladder(const struct checking *c, struct buf *out);

/* Appends all of it as one JSON object on a line: up to the list of what
 * changed since an earlier release, and what comes behind that. */
void report_json(const struct checking *c, struct buf *out);
void report_json_end(const struct checking *c, struct buf *out);

#endif
