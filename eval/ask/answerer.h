/* Answerers that need no model, against which one can be held:
 *
 *   prior     what is most often right among the retained (priors.h)
 *   random    a choice by the question's id, else the same sentence with what
 *             is right about another retained person
 *   familiar  in a choice the option that was most often right in training,
 *             else as prior
 *   oracle    what is right */
#ifndef ANSWERER_H
#define ANSWERER_H

#include "buf.h"
#include "exam/exam.h"
#include "exam/priors.h"

enum answerer_kind {
    ANSWERER_PRIOR,
    ANSWERER_RANDOM,
    ANSWERER_FAMILIAR,
    ANSWERER_ORACLE,
    ANSWERER_KINDS /* none of them */
};

/* The kind of that name, or ANSWERER_KINDS; and back. */
enum answerer_kind answerer_parse(const char *name);
const char *answerer_name(enum answerer_kind kind);

/* Appends the answer to a question. */
void answerer_answer(enum answerer_kind kind, const struct priors *p,
                     const struct exam_question *q, struct buf *out);

#endif
