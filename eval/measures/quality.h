/* Forget quality: whether the truth ratios of forgotten people are those of a
 * model that never saw them. */
#ifndef QUALITY_H
#define QUALITY_H

#include "measures/measured.h"
#include "measures/row.h"

/* `reference` is that model's answers, by question, or NULL. */
void quality_rows(const struct measured *m, const struct answer *reference,
                  const struct rows *rows);

#endif
