/* ROUGE as rouge_score of google-research has it (rouge_scorer.py, 2019 to
 * 2026): precision, recall and F of runs of tokens (rouge1, rouge2), of the
 * longest common subsequence of the whole texts (rougeL), and of the union of
 * those of their lines (rougeLsum, whose lines are those of the text, not
 * sentences). Tokens are those of tokens_rouge(). */
#ifndef ROUGE_H
#define ROUGE_H

#include "grams.h"
#include "lcs.h"
#include "tokens.h"

/* Each from 0 to 1. */
struct rouge {
    double p, r, f;
};

/* Memory that serves any number of pairs; starts as {0}. */
struct rouge_room {
    struct grams grams;
    struct lcs lcs;
    unsigned char *marks; /* owned: by token of a line */
    size_t marked;        /* room in it */
    uint32_t *left[2];    /* owned: by token, how many are left to be counted in
                             the reference, in the candidate; 0 between */
    size_t tokens;        /* room in each */
};

/* Of runs of n tokens, n from 1 to GRAMS_ORDERS. */
struct rouge rouge_n(struct rouge_room *room, const struct tokens *reference,
                     const struct tokens *candidate, unsigned n);

/* Of the longest common subsequence. `tokens` is above all ids. */
struct rouge rouge_l(struct rouge_room *room, const struct tokens *reference,
                     const struct tokens *candidate, size_t tokens);

/* The same line by line. */
struct rouge rouge_lsum(struct rouge_room *room,
                        const struct tokens *reference,
                        const struct tokens *candidate, size_t tokens);

void rouge_release(struct rouge_room *room);

#endif
