/* Whether what a question gives as its answer is one: the options of a choice,
 * the sentences of an open question, what fills a gap; and whether what it
 * gives as wrong is wrong. */
#ifndef QUESTION_ANSWER_H
#define QUESTION_ANSWER_H

struct asked;

/* Checks a question of good shape; what is wrong becomes findings. */
void question_answer_check(const struct asked *a);

#endif
