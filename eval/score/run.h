/* A run: one log of answers, what was made of each, and what all of it scores.
 */
#ifndef RUN_H
#define RUN_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "cell.h"
#include "diag.h"
#include "exam/answers.h"
#include "exam/exam.h"
#include "parts.h"
#include "reply.h"

enum run_role { RUN_UNLEARNED, RUN_VANILLA, RUN_GOLD };

#define RUN_PARTS (PART_KINDS * EXAM_TASKS * EXAM_MODALITIES)
#define RUN_SIGNALS 3 /* at most */

/* Of what class the replies to questions of a set, task and modality are. */
struct run_tally {
    size_t set;
    enum exam_task task;
    enum exam_modality modality;
    size_t asked, answered;
    size_t classes[MARK_CLASSES];
};

struct run_signal {
    const char *code, *text; /* static */
};

struct run {
    enum run_role role;
    const char *path; /* borrowed: of the log */
    char *name;       /* owned */
    size_t method;    /* bytes of the name that are the method */
    int64_t step;     /* or -1 */
    struct answers answers;
    struct reply *replies; /* owned: by question */
    struct reply *mended;  /* owned: the same, where one is in broken language
                              with the vanilla run's mark; or NULL */
    struct cells cells;
    struct run_tally *tallies; /* owned */
    size_t tally_count, tally_cap;
    struct part parts[RUN_PARTS];
    size_t part_count;
    struct parts_score score;
    struct run_signal signals[RUN_SIGNALS];
    size_t signal_count;
    struct buf measures, absent, utility; /* elements of JSON arrays */
};

/* The NAME of "NAME=FILE", which holds no '/', in *len bytes; else NULL. */
const char *run_given_name(const char *operand, size_t *len);

/* Starts a run from "[NAME=]FILE", which is borrowed. Returns 0, or -1 if the
 * name is no text that can be printed. */
int run_init(struct run *r, enum run_role role, const char *operand);

/* The name of a role. */
const char *run_role_name(enum run_role role);

/* Reads the log; a last line that is cut off is told. Returns EXIT_OK, or what
 * to exit with (told). */
enum exit_status run_read(struct run *r, const struct exam *e);

void run_release(struct run *r);

#endif
