/* All metrics asked for, of one pair after another. Of several references each
 * metric takes the one that scores best (ROUGE by its F, the first of equals),
 * but BLEU compares with all of them together, as the originals do. */
#ifndef SCORER_H
#define SCORER_H

#include <stdbool.h>
#include <stddef.h>

#include "bleu.h"
#include "buf.h"
#include "metric.h"
#include "pair.h"
#include "rouge.h"
#include "tokens.h"
#include "vocabulary.h"

/* The texts of a pair, cut in one way. */
struct scorer_cut {
    struct vocabulary vocabulary;
    struct tokens candidate;
    struct tokens *references; /* owned: as many as there is room for */
    size_t room;
    bool done; /* it is the pair now scored */
};

struct scorer {
    const struct metrics *metrics; /* borrowed */
    bool stem;
    struct scorer_cut cuts[TOKENS_KINDS];
    struct buf scratch[2];
    struct rouge_room rouge;
    struct grams grams;
    struct bleu_counts counts[TOKENS_KINDS]; /* of what is cut for BLEU */
};

void scorer_init(struct scorer *s, const struct metrics *metrics, bool stem);

/* Appends the scores of a pair as members of an object, `"NAME":VALUE`, with a
 * comma between them. */
void scorer_write(struct scorer *s, const struct pair *pair, struct buf *out);

void scorer_release(struct scorer *s);

#endif
