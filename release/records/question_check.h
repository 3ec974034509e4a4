/* Whether a person's questions agree with the person's facts and with one
 * another: values, options, gaps, names, pairs, twins, images. */
#ifndef QUESTION_CHECK_H
#define QUESTION_CHECK_H

#include "digest.h"
#include "person.h"

/* Checks all questions of a person of good shape who has some; what is wrong
 * becomes findings. `trained` is a digest of what the train questions ask. */
void question_check(const struct person *p, struct findings *f,
                    unsigned char trained[DIGEST_BYTES]);

#endif
