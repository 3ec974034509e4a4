/* Whether a person's questions agree with the person's facts and with one
 * another: values, options, gaps, names, pairs, twins, images. */
#ifndef QUESTION_CHECK_H
#define QUESTION_CHECK_H

#include "person.h"

/* Checks all questions of a person of good shape; what is wrong becomes
 * findings. */
void question_check(const struct person *p, struct findings *f);

#endif
