/* How likely a model finds one text, by the log-probabilities of its tokens. */
#ifndef LIKELY_H
#define LIKELY_H

#include "exam/answers.h"

enum likely {
    LIKELY_PROBABILITY,   /* the geometric mean over the tokens */
    LIKELY_LOSS,          /* a token, in nats */
    LIKELY_LOSS_PER_BYTE,
    LIKELY_EXACT,         /* the share of tokens that are the likeliest */
    LIKELY_STRENGTH,      /* the share of the longest end that are, all of it */
    LIKELY_MIN_K_20,      /* the loss of the fifth of tokens least likely, */
    LIKELY_MIN_K_40,      /* of two fifths */
    LIKELY_MIN_KPP_20,    /* the same in standard deviations above the mean of */
    LIKELY_MIN_KPP_40,    /* the vocabulary */
    LIKELY_KINDS
};

/* As a measure is called, and what it needs of a log. */
const char *likely_name(enum likely kind);
const char *likely_needs(enum likely kind);

/* Of a text, which may be NULL; NAN if the log does not tell, or it has no
 * tokens. */
double likely_of(enum likely kind, const struct answer_scored *s);

#endif
