/* Every cell of every run as comma-separated values, one a line: numbers are
 * spelled as in the scores file, null is an empty field. */
#ifndef CELLS_H
#define CELLS_H

#include "buf.h"
#include "report/study.h"

void cells_csv(const struct study *study, struct buf *out);

#endif
