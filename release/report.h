/* What ckrelease prints about a release it has checked. */
#ifndef REPORT_H
#define REPORT_H

#include "checking.h"

/* Appends a summary in lines for people to read. */
void report_summary(const struct checking *c, struct buf *out);

/* Appends the ladder, one line: each rung pass, fail or not claimed. */
void report_ladder(const struct checking *c, struct buf *out);

/* Appends all of it as one JSON object on a line. */
void report_json(const struct checking *c, struct buf *out);

#endif
