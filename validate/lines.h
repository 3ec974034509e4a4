/* Lines checked by several threads, what is wrong printed in their order. Each
 * thread reads some lines, checks them, waits for its turn and prints; in
 * memory are, besides what a check takes, LINES_BYTES a thread, or one longer
 * line at a time. */
#ifndef LINES_H
#define LINES_H

#include <pthread.h>

#include "inspector.h"
#include "out.h"
#include "progress.h"
#include "source.h"

#define LINES_BYTES ((size_t)1 << 18) /* read at once, but for a longer line */
#define LINES_MOST 512                /* lines of them */

struct lines {
    struct source *source;     /* borrowed, as are these */
    struct schemas *schemas;
    struct out *out;
    struct progress *progress;
    enum inspector_form form;
    enum jsonl_status status;  /* of the line that is out of the source and in
                                  no batch, or JSONL_END */
    bool waiting;              /* there is one */
    uint64_t batches, printed; /* so far */
    bool over;                 /* nothing is left to read */
    bool invalid;              /* some line is */
    bool failed;               /* told: input or output */
    pthread_mutex_t reading;   /* of what is read */
    pthread_mutex_t lock;      /* of what is printed */
    pthread_cond_t turn;       /* another batch was printed */
};

/* Checks all lines of the source with `jobs` threads, as the struct's first
 * members say; the others start as 0. Returns the exit status. */
enum exit_status lines_run(struct lines *l, unsigned jobs);

#endif
