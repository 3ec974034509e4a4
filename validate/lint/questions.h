/* The group of rules on questions: each by itself (question_answer.h,
 * question_frame.h), and all together.
 *
 * Kept are what wordings.h and fits.h say. */
#ifndef LINT_QUESTIONS_H
#define LINT_QUESTIONS_H

#include <stddef.h>

#include "lint/asked.h"
#include "lint/finding.h"
#include "lint/fits.h"
#include "lint/people.h"
#include "lint/person.h"
#include "lint/share.h"
#include "lint/wordings.h"

#define QUESTIONS_SETS 3 /* train, eval, test: of which letters are counted */

struct questions {
    struct asked *list;          /* owned: all that the person now looked at
                                    is asked */
    const struct asked **by_id;  /* owned: the same ordered by id */
    size_t count, cap;           /* of both */
    struct wordings wordings;
    struct fits fits;
    struct share letters[QUESTIONS_SETS][ASKED_OPTIONS]; /* right ones */
};

void questions_add(struct questions *q, const struct person *p,
                   struct findings *f);

/* Reports; nobody follows. */
void questions_end(struct questions *q, const struct people *people,
                   struct findings *f);

void questions_release(struct questions *q);

#endif
