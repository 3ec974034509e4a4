/* What runs score on the questions of one set, and what they would have scored
 * had other people been drawn: the same draws for all runs, metrics and
 * slices. */
#ifndef LEDGER_H
#define LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bootstrap.h"
#include "reply.h"
#include "slots.h"

#define LEDGER_NONE SIZE_MAX /* no column */

/* A count over the replies to the questions of a slot. */
struct count {
    double numerator;
    size_t counted; /* replies that the metric could be had of */
};

/* By run: the column of a slot and metric, or LEDGER_NONE. */
struct ledger_columns {
    size_t at[SLOTS][SCORE_METRICS];
};

struct ledger {
    struct slots slots;
    struct bootstrap draws;
    struct ledger_columns *runs; /* owned */
    size_t run_count;
    size_t asked[SLOTS];   /* columns of denominators; LEDGER_NONE where
                              everybody is asked as often */
    int32_t units[SLOTS];  /* of what is no whole number */
};

/* Draws a set: `replies` are those of each run, by question. */
void ledger_init(struct ledger *l, const struct slices *slices, size_t set,
                 const struct reply *const *replies, size_t run_count);

/* Whether cells of a slice are counted by a metric, too. */
bool ledger_wants(enum slice slice, enum exam_task task,
                  enum score_metric metric);

/* Counts any replies, by question. */
struct count ledger_count(const struct ledger *l, const struct reply *replies,
                          size_t slot, enum score_metric metric);

/* Whether a run has draws of a slot and metric; only then: */
bool ledger_has(const struct ledger *l, size_t run, size_t slot,
                enum score_metric metric);

/* Writes BOOTSTRAP_DRAWS shares; NAN for a draw in which nobody is asked. */
void ledger_shares(const struct ledger *l, size_t run, size_t slot,
                   enum score_metric metric, double *shares);

void ledger_release(struct ledger *l);

#endif
