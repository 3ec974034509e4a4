/* The member `scored` of an answer: log-probabilities of texts that a model did
 * not choose, token by token. */
#ifndef ANSWER_SCORES_H
#define ANSWER_SCORES_H

#include "exam/answers.h"
#include "schema/value.h"

/* Reads the array into the answer; its numbers go to the pool. Returns NULL, or
 * a static text that says what is wrong. */
const char *answer_scores_read(struct answer *a, struct value list,
                               struct pool *pool);

/* A finite number. Returns 0, or -1 if it is none. */
int answer_number(struct value v, double *number);

#endif
