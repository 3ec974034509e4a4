#include "config.h"

#include "mark/likeness.h"

#include "text/bleu.h"

#define BLEU_METHOD 1

static void cut(struct likeness *k, enum tokens_kind kind,
                const char *reference, size_t reference_len,
                const char *candidate, size_t candidate_len)
{
    vocabulary_clear(&k->vocabulary);
    tokens_cut(&k->reference, kind, &k->vocabulary, k->scratch, reference,
               reference_len);
    tokens_cut(&k->candidate, kind, &k->vocabulary, k->scratch, candidate,
               candidate_len);
}

struct rouge likeness_rouge(struct likeness *k, const char *reference,
                            size_t reference_len, const char *candidate,
                            size_t candidate_len)
{
    cut(k, TOKENS_STEMS, reference, reference_len, candidate, candidate_len);
    return rouge_l(&k->rouge, &k->reference, &k->candidate,
                   k->vocabulary.count);
}

double likeness_bleu(struct likeness *k, const char *reference,
                     size_t reference_len, const char *candidate,
                     size_t candidate_len)
{
    cut(k, TOKENS_WORDS, reference, reference_len, candidate, candidate_len);
    struct bleu_counts counts =
        bleu_count(&k->grams, &k->candidate, &k->reference, 1);
    return bleu_nltk(&counts, BLEU_METHOD);
}

void likeness_release(struct likeness *k)
{
    vocabulary_release(&k->vocabulary);
    tokens_release(&k->reference);
    tokens_release(&k->candidate);
    rouge_release(&k->rouge);
    grams_release(&k->grams);
    buf_release(&k->scratch[0]);
    buf_release(&k->scratch[1]);
    *k = (struct likeness){0};
}
