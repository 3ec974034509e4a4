/* A judge asked about answers: what is said to each open question in a log of
 * answers is put beside the reference, and the verdict is written as a line,
 * palimpsest/verdict/1 (palimpsest-answers(5)). A judge whose reply is no
 * verdict is asked again, with what is wrong, at most twice; then the verdict
 * is null, which is a verdict, too. */
#ifndef JUDGING_H
#define JUDGING_H

#include <stdbool.h>

#include "ask/chat.h"
#include "diag.h"
#include "progress.h"

#define JUDGING_TRIES 3 /* at most */

/* All borrowed. */
struct judging {
    const char *answers;  /* the log, "-" being stdin */
    const char *prompt;   /* its name (judge_prompt.h) */
    const char *output;   /* what is gone on with, or NULL for stdout */
    struct chat_options server;
    bool as_done;         /* written as verdicts come */
    bool keep_going;      /* after an answer without a verdict */
    enum progress_mode progress;
};

/* Judges answers to the questions of a release. Returns EXIT_OK, EXIT_SYSTEM
 * if there is no verdict on an answer, or what else to exit with (told). */
enum exit_status judging_run(const struct judging *j, const char *release);

#endif
