/* Writes answers as lines, palimpsest/answer/1 (palimpsest-answers(5)). */
#ifndef ANSWER_WRITE_H
#define ANSWER_WRITE_H

#include "ask/asking.h"
#include "ask/messages.h"
#include "ask/prompt.h"
#include "ask/shots.h"
#include "buf.h"
#include "exam/exam.h"

/* What all answers of a run have in common; all borrowed. */
struct answer_run {
    const struct exam *exam;
    const struct prompt *prompt;
    const struct shots *shots;
    const char *model; /* as it is asked for */
};

/* Appends the line of a reply, with its LF; `m` is what was sent. */
void answer_write(const struct answer_run *run, const struct messages *m,
                  const struct reply *r, struct buf *out);

/* Appends a line of the side log: how long it took. */
void answer_write_time(const struct answer_run *run, const struct reply *r,
                       struct buf *out);

#endif
