/* What holds for a person's questions together: which sets there are, and how
 * many questions of each task and modality; that nothing is asked twice; that
 * spellings and options of a fact are the same wherever it is asked; that no
 * letter is right more often than another. */
#ifndef QUESTION_SETS_H
#define QUESTION_SETS_H

#include <stddef.h>

#include "asked.h"
#include "digest.h"

/* Checks all `count` questions of a person, each of good shape, which change
 * their order. What is wrong becomes findings; `trained` is the digest of what
 * the train questions ask: fact, task and modality of each. */
void question_sets_check(const struct person *p, struct asked *all,
                         size_t count, struct findings *f,
                         unsigned char trained[DIGEST_BYTES]);

#endif
