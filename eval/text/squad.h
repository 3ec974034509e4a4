/* Exact match and F1 as SQuAD 2.0's evaluation script has them (compute_exact,
 * compute_f1 of evaluate-v2.0.py), over the words that are left by its
 * normalize_answer: those of tokens_squad(). */
#ifndef SQUAD_H
#define SQUAD_H

#include "grams.h"

/* 1 if all words are equal, else 0. */
double squad_exact(const struct tokens *reference,
                   const struct tokens *candidate);

/* The F of the words they have in common, 0 to 1; if either has none, 1 if
 * neither has. */
double squad_f1(struct grams *grams, const struct tokens *reference,
                const struct tokens *candidate);

#endif
