#include "config.h"

#include "chrf.h"

#define ORDERS 6
#define FACTOR 4 /* beta, 2, squared */

double chrf_score(struct grams *grams, const struct tokens *reference,
                  const struct tokens *candidate)
{
    size_t matches[ORDERS];
    double p = 0, r = 0;
    unsigned orders = 0;
    grams_match(grams, candidate, reference, 1, ORDERS, matches);
    for (unsigned n = 1; n <= ORDERS; n++) {
        size_t given = grams_total(candidate->count, n);
        size_t wanted = grams_total(reference->count, n);
        if (given == 0 || wanted == 0)
            break;
        p += (double)matches[n - 1] / (double)given;
        r += (double)matches[n - 1] / (double)wanted;
        orders++;
    }
    if (p == 0 || orders == 0)
        return 0;
    p /= orders;
    r /= orders;
    return 100 * ((1 + FACTOR) * p * r / (FACTOR * p + r));
}
