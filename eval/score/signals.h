/* What is plainly wrong with a run, found without a gold run. */
#ifndef SIGNALS_H
#define SIGNALS_H

#include "exam/exam.h"
#include "run.h"

/* Fills in the run's signals, once it has its cells, compared with strangers,
 * and tallies. `vanilla` is the run before unlearning, or NULL. */
void signals_find(struct run *r, const struct exam_sides *sides,
                  const struct run *vanilla);

#endif
