/* Which questions are asked, in the order of the release: those of some sets,
 * once each. */
#ifndef PLAN_H
#define PLAN_H

#include <stddef.h>

#include "ask/shots.h"
#include "exam/answers.h"
#include "exam/exam.h"

#define PLAN_SETS 64 /* at most */

struct plan {
    size_t sets[PLAN_SETS]; /* indices in the exam */
    size_t set_count;
    size_t *list;  /* owned: indices of questions */
    size_t count;  /* of them */
    size_t barred; /* questions that demonstrations gave away */
    size_t had;    /* questions that were answered before */
};

/* Names the sets: `names` with commas between them, or NULL for those of
 * `sides` that are there. Returns 0, or -1 (told). */
int plan_sets(struct plan *p, const struct exam *e,
              const struct exam_sides *sides, const char *names);

/* Lists the questions of the sets that were not answered before; `had` may be
 * NULL. */
void plan_list(struct plan *p, const struct exam *e, const struct shots *s,
               const struct answers *had);

void plan_release(struct plan *p);

#endif
