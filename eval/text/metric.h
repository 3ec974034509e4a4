/* The metrics by their names, each of which tells the variant. */
#ifndef METRIC_H
#define METRIC_H

#include <stddef.h>

#include "tokens.h"

#define METRIC_COUNT 23

enum metric_family {
    METRIC_ROUGE_N, /* variant: n */
    METRIC_ROUGE_L,
    METRIC_ROUGE_LSUM,
    METRIC_NLTK,   /* variant: the method */
    METRIC_SACRE,  /* variant: enum bleu_smooth */
    METRIC_SACRE4, /* the same, of four orders always */
    METRIC_CHRF,
    METRIC_EXACT,
    METRIC_F1,
};

struct metric {
    const char *name; /* and of the member */
    enum metric_family family;
    unsigned variant;
    enum tokens_kind tokens; /* without stemming */
};

/* Those asked for, in that order. */
struct metrics {
    const struct metric *list[METRIC_COUNT];
    size_t count;
};

/* Reads names with a comma between them. Returns 0, or OPTIONS_BAD (told). */
int metrics_parse(struct metrics *m, const char *names);

#endif
