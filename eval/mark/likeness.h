/* How like its reference a sentence is: ROUGE-L of Porter stems as rouge_score
 * has it, BLEU of words between blanks as nltk's sentence_bleu by method 1. */
#ifndef LIKENESS_H
#define LIKENESS_H

#include <stddef.h>

#include "buf.h"
#include "text/grams.h"
#include "text/rouge.h"
#include "text/tokens.h"
#include "text/vocabulary.h"

/* Memory for any number of pairs; starts as {0}. */
struct likeness {
    struct vocabulary vocabulary;
    struct tokens reference, candidate;
    struct rouge_room rouge;
    struct grams grams;
    struct buf scratch[2];
};

/* The texts are UTF-8. */
struct rouge likeness_rouge(struct likeness *k, const char *reference,
                            size_t reference_len, const char *candidate,
                            size_t candidate_len);
double likeness_bleu(struct likeness *k, const char *reference,
                     size_t reference_len, const char *candidate,
                     size_t candidate_len);

void likeness_release(struct likeness *k);

#endif
