/* Holm's correction of several p for being looked at together (Scandinavian
 * Journal of Statistics 6, 1979): the i-th smallest of m is multiplied by
 * m - i + 1, made no smaller than the one before it, and no larger than 1. */
#ifndef HOLM_H
#define HOLM_H

#include <stddef.h>

/* Writes the corrected ones at the same places. */
void holm(const double *p, size_t count, double *corrected);

#endif
