/* A reply to a question, marked: what each metric makes of it. */
#ifndef SCORE_REPLY_H
#define SCORE_REPLY_H

#include <stdbool.h>

#include "exam/answers.h"
#include "exam/exam.h"
#include "mark/mark.h"
#include "metric.h"

struct reply {
    bool answered;
    struct mark mark;  /* where it is */
    double likelihood; /* 0 or 1; NAN without log-probabilities */
    double factuality; /* 0..1; NAN without a verdict */
};

/* What it counts by a metric, 0..1; NAN if there is nothing to count. */
double reply_score(const struct reply *r, enum score_metric metric);

/* Whether the right option of a choice is likelier than all others: 0 or 1, or
 * NAN if the log does not tell. By log-probability a byte, where the tokens of
 * all options are there, else by that of the letter. */
double reply_likelihood(const struct exam_question *q, const struct answer *a);

#endif
