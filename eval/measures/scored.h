/* Measures of the texts whose log-probabilities are in a log: means over the
 * open questions of a set, how well forgotten people are told from others by
 * them, and the mean of what was to be kept. */
#ifndef MEASURES_SCORED_H
#define MEASURES_SCORED_H

#include "measures/measured.h"
#include "measures/row.h"

void scored_means(const struct measured *m, const struct rows *rows);
void scored_areas(const struct measured *m, const struct rows *rows);
void scored_utility(const struct measured *m, const struct rows *rows);

#endif
