#include "config.h"

#include "reply.h"

#include <math.h>

double reply_score(const struct reply *r, enum score_metric metric)
{
    if (!r->answered)
        return NAN;
    switch (metric) {
    case SCORE_ACCURACY:
        return r->mark.correct;
    case SCORE_LIKELIHOOD:
        return r->likelihood;
    case SCORE_EXACT:
        return r->mark.exact;
    case SCORE_VALUE:
        return r->mark.value;
    case SCORE_ROUGEL:
        return r->mark.rougeL_f;
    case SCORE_ROUGEL_RECALL:
        return r->mark.rougeL_recall;
    case SCORE_BLEU:
        return r->mark.bleu;
    default:
        return r->factuality;
    }
}

/* The log-probability of an option's text a byte, or NAN. */
static double option(const struct answer *a, unsigned letter)
{
    const struct answer_scored *s = answer_scored(a, ANSWER_OPTION + letter);
    double sum = 0;
    if (s == NULL || s->tokens == 0 || s->bytes == 0)
        return NAN;
    for (size_t i = 0; i < s->tokens; i++)
        sum += s->logprob[i];
    return sum / (double)s->bytes;
}

/* Writes what tells the options apart. Returns false if there is none. */
static bool weigh(const struct answer *a, double weights[EXAM_OPTIONS])
{
    bool all = true, any = false;
    for (unsigned i = 0; i < EXAM_OPTIONS; i++) {
        weights[i] = option(a, i);
        all = all && !isnan(weights[i]);
    }
    if (all || !a->lettered)
        return all;
    for (unsigned i = 0; i < EXAM_OPTIONS; i++) {
        weights[i] = a->letters[i];
        any = any || weights[i] > -INFINITY;
    }
    return any;
}

double reply_likelihood(const struct exam_question *q, const struct answer *a)
{
    double weights[EXAM_OPTIONS];
    unsigned right = (unsigned)(q->answer.text[0] - 'A');
    if (!weigh(a, weights))
        return NAN;
    for (unsigned i = 0; i < EXAM_OPTIONS; i++)
        if (i != right && weights[i] >= weights[right])
            return 0;
    return 1;
}
