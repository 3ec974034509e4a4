/* Is the answer of a question right, is it alone, and is it not given away? */
#ifndef LINT_QUESTION_ANSWER_H
#define LINT_QUESTION_ANSWER_H

#include "lint/asked.h"
#include "lint/finding.h"
#include "lint/person.h"

void question_answer_check(const struct person *p, const struct asked *a,
                           struct findings *f);

#endif
