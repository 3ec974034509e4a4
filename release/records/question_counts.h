/* How many questions of each set, task and modality a person has, and how
 * often each letter is right. */
#ifndef QUESTION_COUNTS_H
#define QUESTION_COUNTS_H

#include <stddef.h>

#include "asked.h"

/* Checks the numbers of a person's questions, each of good shape; what is
 * wrong becomes findings. */
void question_counts_check(const struct person *p, const struct asked *all,
                           size_t count, struct findings *f);

#endif
