/* The runs that are scored together. */
#ifndef RUNS_H
#define RUNS_H

#include <stddef.h>

#include "progress.h"
#include "run.h"

/* Starts as {0}. */
struct runs {
    struct run *list; /* owned */
    size_t count;
};

/* Adds a run of "[NAME=]FILE", which is borrowed. Returns 0, or -1 (told) if
 * its name is none, or another run's. */
int runs_add(struct runs *r, enum run_role role, const char *operand);

/* Reads all logs. Returns EXIT_OK, or what to exit with (told). */
enum exit_status runs_read(struct runs *r, const struct exam *e,
                           enum progress_mode progress);

/* Adds figures of another program to a run, from "NAME=FILE", or from "FILE" to
 * the only unlearned one. Returns EXIT_OK, or what to exit with (told). */
enum exit_status runs_utility(struct runs *r, const char *operand);

void runs_release(struct runs *r);

#endif
