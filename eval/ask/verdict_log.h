/* Logs of verdicts, palimpsest/verdict/1 (palimpsest-answers(5)): written, and
 * gone on with. */
#ifndef VERDICT_LOG_H
#define VERDICT_LOG_H

#include <stdbool.h>

#include "ask/asking.h"
#include "ask/journal.h"
#include "ask/judge_prompt.h"
#include "diag.h"
#include "exam/answers.h"
#include "exam/exam.h"

/* What all verdicts of a run have in common; all borrowed. */
struct verdict_run {
    const struct exam *exam;
    const struct answers *answers;
    const struct judge_prompt *prompt;
    const char *judge; /* the model, as it is asked for */
};

/* Appends the line of a verdict on the answer to r->question, with its LF;
 * `score` is -1 for none that is valid. */
void verdict_write(const struct verdict_run *run, const struct reply *r,
                   int score, const struct buf *reason, struct buf *out);

/* Marks in `had`, by question, what an open journal has verdicts on, which must
 * be of this run; cuts off a torn last line. Returns EXIT_OK, or what to exit
 * with (told). */
enum exit_status verdict_resume(const struct verdict_run *run,
                                struct journal *j, bool *had);

#endif
