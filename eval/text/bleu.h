/* BLEU of one sentence, in two variants that agree on little: nltk's and
 * sacrebleu's. log() and exp() are the C library's, as they are in Python. */
#ifndef BLEU_H
#define BLEU_H

#include <stdbool.h>
#include <stddef.h>

#include "grams.h"

#define BLEU_ORDERS 4
#define BLEU_NLTK_METHODS 8

/* What a candidate has in common with its references. */
struct bleu_counts {
    size_t matches[BLEU_ORDERS + 1]; /* by length of the run less one */
    size_t totals[BLEU_ORDERS + 1];  /* runs in the candidate */
    size_t candidate;                /* tokens in it */
    size_t reference; /* tokens in the reference that is nearest in length, of
                         two the shorter one */
};

/* How sacrebleu deals with runs of which there is none in common. */
enum bleu_smooth {
    BLEU_EXP,   /* halves, of all before; its default */
    BLEU_FLOOR, /* 0.1 */
    BLEU_ADD_K, /* 1 more of all but the shortest runs */
    BLEU_NONE,
};

/* There is at least one reference. */
struct bleu_counts bleu_count(struct grams *grams,
                              const struct tokens *candidate,
                              const struct tokens *references, size_t count);

/* nltk 3.8's sentence_bleu() with weights 1/4 and SmoothingFunction's method 0
 * to 7: mostly 0 to 1. NAN where nltk refuses to score: by method 6 if there is
 * no run of three tokens in common, but a token is. */
double bleu_nltk(const struct bleu_counts *c, unsigned method);

/* sacrebleu 2's sentence score, 0 to 100. With `effective` only as many orders
 * count as the candidate has. */
double bleu_sacre(const struct bleu_counts *c, enum bleu_smooth smooth,
                  bool effective);

#endif
