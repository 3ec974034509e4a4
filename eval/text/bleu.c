#include "config.h"

#include "bleu.h"

struct bleu_counts bleu_count(struct grams *grams,
                              const struct tokens *candidate,
                              const struct tokens *references, size_t count)
{
    struct bleu_counts c = {.candidate = candidate->count};
    size_t nearest = SIZE_MAX;
    grams_match(grams, candidate, references, count, BLEU_ORDERS + 1,
                c.matches);
    for (unsigned n = 1; n <= BLEU_ORDERS + 1; n++)
        c.totals[n - 1] = grams_total(candidate->count, n);
    for (size_t r = 0; r < count; r++) {
        size_t len = references[r].count;
        size_t apart = len > c.candidate ? len - c.candidate
                                         : c.candidate - len;
        if (apart < nearest || (apart == nearest && len < c.reference)) {
            nearest = apart;
            c.reference = len;
        }
    }
    return c;
}
