/* Marks for all that is to be counted: the answers of runs, and of who knows
 * nobody. */
#ifndef MARKING_H
#define MARKING_H

#include "book.h"
#include "exam/priors.h"
#include "mark/mark.h"
#include "run.h"
#include "verdict.h"

/* How marks are made; one a thread. */
struct marking {
    const struct marks *marks;       /* borrowed */
    const struct verdicts *verdicts; /* borrowed */
    enum mark_rules rules;
    struct marker marker; /* starts as {0}; ends with mark_release() */
};

/* Marks the answers of a run to what the book asks. */
void marking_run(struct marking *m, const struct book *b, struct run *r);

/* Marks the floors. */
void marking_floors(struct marking *m, struct book *b, const struct priors *p);

/* Adds how far verdicts on a run agree with the values in its answers, and how
 * many are missing, to its measures; nothing if there are none on it. */
void marking_agreement(const struct book *b, struct run *r);

#endif
