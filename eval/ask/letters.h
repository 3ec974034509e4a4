/* The probabilities that a reply begins with A, B, C or D, from a chat's
 * `logprobs` (chat_reply.h). */
#ifndef LETTERS_H
#define LETTERS_H

#include <stdbool.h>

#include "buf.h"
#include "exam/exam.h"
#include "schema/value.h"

/* Reads natural logarithms into `letters`, -INFINITY for what is not named.
 * Returns false if there is nothing to be read: that is unscored. */
bool letters_read(struct value logprobs, struct buf *scratch,
                  double letters[EXAM_OPTIONS]);

/* The same of a model at hand: whether a token is nothing but blanks, so that
 * the next one counts; none of the letters yet; and a token's log-probability
 * added to the letter that it is, if it is one. */
bool letters_blank(struct text token);
void letters_begin(double letters[EXAM_OPTIONS]);
void letters_add(struct text token, double logprob,
                 double letters[EXAM_OPTIONS]);

#endif
