/* A run as measures see it: what was asked, the log, and what was made of each
 * reply. All is borrowed. */
#ifndef MEASURED_H
#define MEASURED_H

#include <stdbool.h>
#include <stddef.h>

#include "exam/answers.h"
#include "exam/exam.h"

#define MEASURED_SETS 6 /* at most */

struct measured_reply {
    bool answered, right;
    double rouge, recall; /* ROUGE-L of an open question, F and recall; 0..1 */
};

struct measured {
    const struct exam *exam;
    const struct exam_sides *sides;
    const struct answer *answers; /* by question */
    const struct measured_reply *replies; /* by question */
};

/* The first set of people held out, or EXAM_NONE. */
size_t measured_holdout(const struct exam *e);

/* Whether the people of a set were to be forgotten. */
bool measured_forgotten(const struct measured *m, size_t set);

/* Writes the sets that are measured: the sides, and people held out. Returns
 * how many. */
size_t measured_sets(const struct measured *m, size_t sets[MEASURED_SETS]);

/* Whether an open question of a set. */
bool measured_open(const struct measured *m, size_t question, size_t set);

#endif
