/* What is counted of replies. */
#ifndef SCORE_METRIC_H
#define SCORE_METRIC_H

#include <stdbool.h>

#include "exam/exam.h"

enum score_metric {
    SCORE_ACCURACY,   /* choice, cloze: right or not */
    SCORE_LIKELIHOOD, /* choice: by log-probabilities */
    SCORE_EXACT,      /* open, as all behind: the whole sentence */
    SCORE_VALUE,      /* it holds the right value */
    SCORE_ROUGEL,
    SCORE_ROUGEL_RECALL,
    SCORE_BLEU,
    SCORE_FACTUALITY, /* by a judge */
    SCORE_METRICS
};

const char *score_metric_name(enum score_metric metric);

/* Whether replies to questions of a task are counted by it. */
bool score_metric_fits(enum score_metric metric, enum exam_task task);

/* The one that counts in the score. */
enum score_metric score_metric_main(enum exam_task task);

/* Whether it is 0 or 1 for each reply. */
bool score_metric_whole(enum score_metric metric);

/* Whether it is counted only where logs or verdicts tell of it. */
bool score_metric_optional(enum score_metric metric);

#endif
