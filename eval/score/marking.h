/* Marks for all that is to be counted: the answers of runs, and of who knows
 * nobody. */
#ifndef MARKING_H
#define MARKING_H

#include "book.h"
#include "exam/priors.h"
#include "mark/mark.h"
#include "run.h"
#include "verdict.h"

/* How marks are made. All is borrowed. */
struct marking {
    const struct marks *marks;
    const struct verdicts *verdicts;
    const struct priors *priors;
    enum mark_rules rules;
};

/* Marks what a book asks: the floors, and the answers of all its runs. */
void marking_book(const struct marking *m, struct book *b);

/* Adds how far verdicts on a run agree with the values in its answers, and how
 * many are missing, to its measures; nothing if there are none on it. */
void marking_agreement(const struct book *b, struct run *r);

#endif
