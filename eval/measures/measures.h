/* All measures of a run that are no cells: palimpsest-measures(5). */
#ifndef MEASURES_H
#define MEASURES_H

#include "measures/measured.h"
#include "measures/row.h"

/* Adds them all, or why they are absent; `reference` is the answers of a model
 * trained on retain alone, by question, or NULL. */
void measures_add(const struct measured *m, const struct answer *reference,
                  const struct rows *rows);

#endif
