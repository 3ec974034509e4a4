/* chrF as sacrebleu 2 has it by default (chrF2): the F of runs of one to six
 * characters, blanks left out, where recall counts four times. */
#ifndef CHRF_H
#define CHRF_H

#include "grams.h"

/* 0 to 100; tokens are those of tokens_points(). */
double chrf_score(struct grams *grams, const struct tokens *reference,
                  const struct tokens *candidate);

#endif
