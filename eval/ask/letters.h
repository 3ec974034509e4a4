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

#endif
