/* The messages for a question: the system's, if the prompt has one, each
 * demonstration with its answer, and the question. */
#ifndef COMPOSE_H
#define COMPOSE_H

#include "ask/messages.h"
#include "ask/prompt.h"
#include "ask/shots.h"
#include "exam/exam.h"

/* Replaces the content of `m`. */
void compose(struct messages *m, const struct prompt *p,
             const struct shots *s, const struct exam *e,
             const struct exam_question *q);

#endif
