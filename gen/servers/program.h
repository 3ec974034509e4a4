/* A shell command that is run once: it reads some bytes and says some. */
#ifndef PROGRAM_H
#define PROGRAM_H

#include "buf.h"

#define PROGRAM_OUTPUT ((size_t)64 << 10) /* bytes it may say */

enum program_end {
    PROGRAM_ENDED,  /* *status is its exit status */
    PROGRAM_KILLED, /* by a signal: *status is its number */
    PROGRAM_LATE,   /* it took more than its time and was killed */
    PROGRAM_VERBOSE, /* it said more than PROGRAM_OUTPUT and was killed */
    PROGRAM_BROKEN  /* it could not be run: errno */
};

/* Runs it and appends what it says to `output`. May be called from several
 * threads at once. A command that reads less than `input` is no failure. What
 * it has started is killed with it. */
enum program_end program_run(const char *command, const struct buf *input,
                             unsigned timeout_s, struct buf *output,
                             int *status);

#endif
