#include "config.h"

#include "bleu.h"

#include <math.h>

#define LOG_OF_0 (-9999999999.0)
#define FLOOR_VALUE 0.1
#define ADD_K_VALUE 1

/* Percent of a candidate's runs of n tokens that are in a reference, smoothed;
 * `halves` is 2 to the power of how often there was none. */
static double precision(double matches, double total, enum bleu_smooth smooth,
                        double *halves)
{
    if (matches > 0)
        return 100. * matches / total;
    if (smooth == BLEU_FLOOR)
        return 100. * FLOOR_VALUE / total;
    if (smooth != BLEU_EXP)
        return 0;
    *halves *= 2;
    return 100. / (*halves * total);
}

static double brevity(const struct bleu_counts *c)
{
    if (c->candidate >= c->reference)
        return 1;
    return exp(1 - (double)c->reference / (double)c->candidate);
}

double bleu_sacre(const struct bleu_counts *c, enum bleu_smooth smooth,
                  bool effective)
{
    double precisions[BLEU_ORDERS] = {0}, halves = 1, sum = 0;
    unsigned orders = BLEU_ORDERS;
    if (c->matches[0] == 0)
        return 0;
    for (unsigned n = 1; n <= BLEU_ORDERS; n++) {
        double more = smooth == BLEU_ADD_K && n > 1 ? ADD_K_VALUE : 0;
        double total = (double)c->totals[n - 1] + more;
        if (total == 0)
            break;
        if (effective)
            orders = n;
        precisions[n - 1] = precision((double)c->matches[n - 1] + more, total,
                                      smooth, &halves);
    }
    for (unsigned i = 0; i < orders; i++)
        sum += precisions[i] == 0 ? LOG_OF_0 : log(precisions[i]);
    return brevity(c) * exp(sum / orders);
}
