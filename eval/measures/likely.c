#include "config.h"

#include "measures/likely.h"

#include <math.h>
#include <stdlib.h>

#include "alloc.h"
#include "measures/ranks.h"

#define LEAST_VARIANCE 1e-6 /* as open-unlearning has it */

static const struct {
    const char *name, *needs;
} kinds[LIKELY_KINDS] = {
    {"probability", "log-probabilities of the answers' tokens"},
    {"loss", "log-probabilities of the answers' tokens"},
    {"loss_per_byte", "log-probabilities of the answers' tokens, and the "
                      "answers' bytes"},
    {"exact_memorisation", "which tokens of the answers were the likeliest"},
    {"extraction_strength", "which tokens of the answers were the likeliest"},
    {"min_k_20", "log-probabilities of the answers' tokens"},
    {"min_k_40", "log-probabilities of the answers' tokens"},
    {"min_k++_20", "mean and variance over the vocabulary at each token"},
    {"min_k++_40", "mean and variance over the vocabulary at each token"},
};

const char *likely_name(enum likely kind)
{
    return kinds[kind].name;
}

const char *likely_needs(enum likely kind)
{
    return kinds[kind].needs;
}

static double mean(const double *numbers, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += numbers[i];
    return sum / (double)count;
}

static double total(const struct answer_scored *s)
{
    return mean(s->logprob, s->tokens) * (double)s->tokens;
}

/* How many tokens at the end are each the likeliest. */
static size_t greedy_end(const struct answer_scored *s)
{
    size_t end = s->tokens;
    while (end > 0 && s->greedy[end - 1] == 1)
        end--;
    return s->tokens - end;
}

/* How many standard deviations a token's log-probability lies above the mean
 * of the vocabulary. */
static double standing(const struct answer_scored *s, size_t token)
{
    return (s->logprob[token] - s->mean[token]) /
           sqrt(fmax(s->var[token], LEAST_VARIANCE));
}

/* Minus the mean of the least `percent` of a text's tokens, one at least. */
static double least(const struct answer_scored *s, size_t percent,
                    bool standings)
{
    size_t count = s->tokens * percent / 100;
    double *scores = xmalloc(s->tokens, sizeof *scores);
    for (size_t i = 0; i < s->tokens; i++)
        scores[i] = standings ? standing(s, i) : s->logprob[i];
    ranks_sort(scores, s->tokens);
    double value = -mean(scores, count > 0 ? count : 1);
    free(scores);
    return value;
}

double likely_of(enum likely kind, const struct answer_scored *s)
{
    if (s == NULL || s->tokens == 0)
        return NAN;
    switch (kind) {
    case LIKELY_PROBABILITY:
        return exp(mean(s->logprob, s->tokens));
    case LIKELY_LOSS:
        return -mean(s->logprob, s->tokens);
    case LIKELY_LOSS_PER_BYTE:
        return s->bytes > 0 ? -total(s) / (double)s->bytes : NAN;
    case LIKELY_EXACT:
        return s->greedy != NULL ? mean(s->greedy, s->tokens) : NAN;
    case LIKELY_STRENGTH:
        return s->greedy != NULL
                   ? (double)greedy_end(s) / (double)s->tokens
                   : NAN;
    case LIKELY_MIN_K_20:
    case LIKELY_MIN_K_40:
        return least(s, kind == LIKELY_MIN_K_20 ? 20 : 40, false);
    default:
        return s->mean != NULL && s->var != NULL
                   ? least(s, kind == LIKELY_MIN_KPP_20 ? 20 : 40, true)
                   : NAN;
    }
}
