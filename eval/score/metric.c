#include "config.h"

#include "metric.h"

const char *score_metric_name(enum score_metric metric)
{
    static const char *const names[SCORE_METRICS] = {
        "accuracy", "likelihood",    "exact", "value",
        "rougeL",   "rougeL_recall", "bleu",  "factuality"};
    return names[metric];
}

bool score_metric_fits(enum score_metric metric, enum exam_task task)
{
    switch (metric) {
    case SCORE_ACCURACY:
        return task != EXAM_OPEN;
    case SCORE_LIKELIHOOD:
        return task == EXAM_CHOICE;
    default:
        return task == EXAM_OPEN;
    }
}

enum score_metric score_metric_main(enum exam_task task)
{
    return task == EXAM_OPEN ? SCORE_VALUE : SCORE_ACCURACY;
}

bool score_metric_whole(enum score_metric metric)
{
    return metric <= SCORE_VALUE;
}

bool score_metric_optional(enum score_metric metric)
{
    return metric == SCORE_LIKELIHOOD || metric == SCORE_FACTUALITY;
}
