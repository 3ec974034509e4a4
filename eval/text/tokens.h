/* A text as a list of tokens, each by its number in a vocabulary, and the ways
 * in which the metrics cut a text into them. */
#ifndef TOKENS_H
#define TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "vocabulary.h"

/* Starts as {0}. */
struct tokens {
    uint32_t *ids; /* owned */
    size_t count, cap;
    size_t *ends;  /* owned: how many tokens there are up to each line's end;
                      only tokens_rouge() knows lines */
    size_t lines, line_cap;
};

/* The ways to cut. */
enum tokens_kind {
    TOKENS_ROUGE,
    TOKENS_STEMS, /* the same, stemmed */
    TOKENS_WORDS,
    TOKENS_13A,
    TOKENS_POINTS,
    TOKENS_SQUAD,
    TOKENS_KINDS
};

/* Cuts a text, which is UTF-8, by the function below that the kind names. All
 * of them empty the list first; `scratch` serves any number of texts. */
void tokens_cut(struct tokens *t, enum tokens_kind kind, struct vocabulary *v,
                struct buf scratch[2], const char *text, size_t len);

void tokens_add(struct tokens *t, uint32_t id);

/* What Python's str.split() gives: whatever is between Unicode's blanks. */
void tokens_words(struct tokens *t, struct vocabulary *v, const char *text,
                  size_t len);

/* rouge_score's: runs of a-z and 0-9 once all is in lower case; with `stem`
 * those of more than three letters by their Porter stem (porter.h). */
void tokens_rouge(struct tokens *t, struct vocabulary *v, struct buf *scratch,
                  const char *text, size_t len, bool stem);

/* sacrebleu's 13a, mteval-v13a's. */
void tokens_13a(struct tokens *t, struct vocabulary *v, struct buf scratch[2],
                const char *text, size_t len);

/* sacrebleu's chrF: each code point that is no blank. */
void tokens_points(struct tokens *t, struct vocabulary *v, const char *text,
                   size_t len);

/* The words of SQuAD's normalize_answer: in lower case, without ASCII
 * punctuation, without "a", "an" and "the". */
void tokens_squad(struct tokens *t, struct vocabulary *v, struct buf scratch[2],
                  const char *text, size_t len);

void tokens_release(struct tokens *t);

#endif
