/* Cells: a metric over the questions of one set, task, modality and slice. */
#ifndef CELL_H
#define CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "exam/exam.h"
#include "interval.h"
#include "ledger.h"
#include "metric.h"
#include "slots.h"

#define CELL_BOTH EXAM_MODALITIES /* in place of a modality: their mean */

struct cell {
    size_t set; /* of the exam */
    enum exam_task task;
    unsigned modality; /* enum exam_modality, or CELL_BOTH */
    enum slice slice;
    enum score_metric metric;
    double numerator;   /* NAN of both */
    size_t denominator; /* 0 of both */
    double value;       /* a share */
    struct interval interval;
    double chance, prior, familiar, strangers; /* shares, or NAN */
    bool complete; /* no reply is missing */
};

struct cells {
    struct cell *list; /* owned */
    size_t count, cap;
};

/* What floors are made of: replies, by question. */
struct cell_floors {
    const struct reply *prior, *familiar;
};

/* Adds all cells that a run has in the ledger's set; those of strangers are
 * left NAN. */
void cells_add(struct cells *c, const struct ledger *l, size_t run,
               const struct reply *replies, struct cell_floors floors);

/* The cell of all questions by a metric, or NULL. */
const struct cell *cells_find(const struct cells *c, size_t set,
                              enum exam_task task, unsigned modality,
                              enum slice slice, enum score_metric metric);

/* Writes into each cell what the same run's cell of the set of strangers has,
 * which may be EXAM_NONE, if all of them are answered. */
void cells_compare(struct cells *c, size_t strangers);

/* "text", "image" or "both". */
const char *cell_modality_name(unsigned modality);

void cells_release(struct cells *c);

#endif
