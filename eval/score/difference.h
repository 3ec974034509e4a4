/* How two runs differ by a set's questions, drawn over the same people. */
#ifndef DIFFERENCE_H
#define DIFFERENCE_H

#include <stddef.h>

#include "interval.h"
#include "ledger.h"
#include "run.h"

struct difference {
    size_t a, b; /* runs */
    size_t set;  /* of the exam */
    enum exam_task task;
    unsigned modality; /* enum exam_modality, or CELL_BOTH */
    double value;      /* of a less that of b, by the main metric */
    struct interval interval;
    double p, p_holm;
};

struct differences {
    struct difference *list; /* owned */
    size_t count, cap;
};

/* Adds those of the ledger's set, between each two runs of which one at least
 * is unlearned; of a method with steps only the last takes part. By both
 * modalities, or the only one there is. */
void differences_add(struct differences *d, const struct ledger *l,
                     const struct run *runs);

/* Corrects all p for one another. */
void differences_correct(struct differences *d);

void differences_release(struct differences *d);

#endif
