#include "config.h"

#include "squad.h"

#include <string.h>

double squad_exact(const struct tokens *reference,
                   const struct tokens *candidate)
{
    if (reference->count != candidate->count)
        return 0;
    return reference->count == 0 ||
           memcmp(reference->ids, candidate->ids,
                  candidate->count * sizeof *candidate->ids) == 0;
}

double squad_f1(struct grams *grams, const struct tokens *reference,
                const struct tokens *candidate)
{
    size_t same;
    if (reference->count == 0 || candidate->count == 0)
        return reference->count == candidate->count;
    grams_match(grams, candidate, reference, 1, 1, &same);
    if (same == 0)
        return 0;
    double p = (double)same / (double)candidate->count;
    double r = (double)same / (double)reference->count;
    return 2 * p * r / (p + r);
}
