/* Measures of questions that are asked in text and of a picture, found by
 * their id: UMU-Bench's, where both count together. */
#ifndef PAIRS_H
#define PAIRS_H

#include "measures/measured.h"
#include "measures/row.h"

void pairs_rows(const struct measured *m, const struct rows *rows);

#endif
