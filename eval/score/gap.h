/* How far the model before unlearning is above those trained on retain alone,
 * by their answers to the questions of one set: what there is to forget. */
#ifndef GAP_H
#define GAP_H

#include "ledger.h"
#include "run.h"

struct gaps {
    double low[EXAM_TASKS][EXAM_MODALITIES]; /* lower ends of the intervals of
                                                the main metric, or NAN */
};

/* Of the ledger's set. Without a vanilla or a gold run all are NAN. */
void gaps_measure(struct gaps *g, const struct ledger *l,
                  const struct run *runs);

/* All NAN. */
void gaps_none(struct gaps *g);

#endif
