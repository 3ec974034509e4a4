/* What a run is worth on one axis of a figure, with its interval. */
#ifndef WORTH_H
#define WORTH_H

#include <stdbool.h>

#include "report/study.h"

struct worth {
    bool there, interval; /* there is a value, and an interval */
    double value, low, high;
};

/* The value of a cell, which may be NULL. */
struct worth worth_of(const struct cell *c);

/* How far a run is below the model before unlearning in the forget set: by the
 * interval of their difference if the file has it, else by that of the run. */
struct worth worth_drop(const struct scores *file, const struct run *run,
                        const char *task);

/* A figure of another program. */
struct worth worth_utility(const struct run *run, const char *name);

#endif
