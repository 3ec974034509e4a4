/* A round: all questions of a plan are asked, and each answer is written as a
 * line of the log, in the order of the plan or as they come. */
#ifndef ROUND_H
#define ROUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ask/answer_write.h"
#include "ask/asker.h"
#include "ask/compose.h"
#include "ask/journal.h"
#include "ask/plan.h"
#include "diag.h"
#include "progress.h"

#define ROUND_AHEAD 1024 /* questions asked before the first that is waited for
                            is written, where order matters */

struct round {
    const struct answer_run *run;
    const struct plan *plan;
    struct asker *asker;
    struct journal *log;
    struct journal *times;      /* the side log, or NULL */
    bool as_done;               /* written as replies come */
    bool keep_going;            /* after a question without an answer */
    uint64_t most;              /* questions asked at most; 0 for all */
    enum progress_mode progress;
};

/* Returns EXIT_OK, EXIT_SYSTEM if a question has no answer, or what else to
 * exit with (told). */
enum exit_status round_run(const struct round *r);

#endif
