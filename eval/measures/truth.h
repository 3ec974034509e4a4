/* The truth ratio: how likely a model finds an answer that is right and put
 * otherwise (c), against five that are wrong (w). c is the probability of the
 * paraphrase by the mean over its tokens, w the geometric mean of those of the
 * perturbed answers. There are three versions in use. */
#ifndef TRUTH_H
#define TRUTH_H

#include <stdbool.h>

#include "exam/answers.h"

enum truth {
    TRUTH_TOFU,            /* c / w, as TOFU's code has it */
    TRUTH_OPEN_UNLEARNING, /* w / (c + 1e-10), the default there */
    TRUTH_PROB_MEAN,       /* c / (c + w + 1e-10), its "prob_mean" */
    TRUTH_KINDS
};

const char *truth_name(enum truth kind);

/* Of the answer to a question; NAN if the log lacks one of the texts. */
double truth_ratio(enum truth kind, const struct answer *a);

/* What a ratio counts in a set's mean: more for forgotten people if right and
 * wrong are as likely, for others if right is likelier. */
double truth_worth(enum truth kind, double ratio, bool forgotten);

/* c / (c + sum of the wrong ones) with the reference as what is right, each by
 * the mean over its tokens; or NAN. */
double truth_share(const struct answer *a);

#endif
