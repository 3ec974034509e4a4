#include "config.h"

#include "measures/truth.h"

#include <math.h>

#include "measures/likely.h"

#define NEVER_NOUGHT 1e-10 /* what open-unlearning adds to a divisor */

const char *truth_name(enum truth kind)
{
    static const char *const names[TRUTH_KINDS] = {
        "truth_ratio_tofu", "truth_ratio_openunlearning",
        "truth_ratio_prob_mean"};
    return names[kind];
}

/* The loss of a perturbed answer, from 0. */
static double perturbed(const struct answer *a, unsigned i)
{
    enum answer_kind kind = (enum answer_kind)(ANSWER_PERTURBED + i);
    return likely_of(LIKELY_LOSS, answer_scored(a, kind));
}

double truth_ratio(enum truth kind, const struct answer *a)
{
    double right =
        likely_of(LIKELY_LOSS, answer_scored(a, ANSWER_PARAPHRASE));
    double wrong = 0;
    for (unsigned i = 0; i < EXAM_PERTURBED; i++)
        wrong += perturbed(a, i) / EXAM_PERTURBED;
    switch (kind) {
    case TRUTH_TOFU:
        return exp(wrong - right);
    case TRUTH_OPEN_UNLEARNING:
        return exp(-wrong) / (exp(-right) + NEVER_NOUGHT);
    default:
        return exp(-right) / (exp(-right) + exp(-wrong) + NEVER_NOUGHT);
    }
}

double truth_worth(enum truth kind, double ratio, bool forgotten)
{
    if (kind == TRUTH_PROB_MEAN)
        return ratio;
    if (kind == TRUTH_TOFU)
        return forgotten ? fmin(ratio, 1 / ratio) : fmax(0, 1 - 1 / ratio);
    return forgotten ? fmin(ratio, 1 / (ratio + NEVER_NOUGHT))
                     : fmax(0, 1 - ratio);
}

double truth_share(const struct answer *a)
{
    double right = likely_of(LIKELY_PROBABILITY,
                             answer_scored(a, ANSWER_REFERENCE));
    double all = right;
    for (unsigned i = 0; i < EXAM_PERTURBED; i++)
        all += exp(-perturbed(a, i));
    return right / all;
}
