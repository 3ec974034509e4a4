/* People whose pictures are made by several threads at once and handed back in
 * the order in which they came. It holds a few people at a time, whatever
 * passes through. One thread gives and takes. */
#ifndef CREW_H
#define CREW_H

#include <pthread.h>

#include "diag.h"
#include "studio.h"

#define CREW_JOBS 256 /* threads, at most */

enum crew_state {
    CREW_FREE,
    CREW_GIVEN, /* waits for a thread */
    CREW_MADE,
};

/* One person on the way. */
struct crew_job {
    enum crew_state state;
    struct buf line;         /* owned: as it came */
    struct diag_place place; /* where it came from; the id is the sitter's */
    struct sitter sitter;    /* owned */
    const char *wrong;       /* why there can be no pictures, or NULL; static */
    enum studio_result result;
    struct sitting sitting;  /* owned */
};

struct crew {
    struct studio *studio; /* borrowed */
    pthread_t *threads;    /* owned */
    unsigned count;        /* of them that were started */
    struct backend *backends; /* owned: one a thread, or NULL */
    unsigned opened;       /* of them */
    struct crew_job *jobs; /* owned: a ring */
    size_t size;           /* of the ring */
    size_t given, begun, taken; /* jobs so far, in this order */
    unsigned started;      /* threads that have picked their backend */
    bool over;             /* no more jobs come */
    bool keep_going;       /* set by the caller: a refusal is no failure */
    bool failed;           /* a job has failed: those behind it are not begun */
    pthread_mutex_t lock;
    pthread_cond_t changed;
};

/* Starts so many threads. Returns 0, or -1 (told; nothing is to be stopped). */
int crew_start(struct crew *crew, struct studio *studio, unsigned threads);

/* A free job to fill in (line, place, sitter, wrong), or NULL if all are under
 * way. */
struct crew_job *crew_free(struct crew *crew);

/* Gives the job that crew_free() returned to the threads; one that has a
 * `wrong` comes back as it is. */
void crew_give(struct crew *crew);

/* The oldest job if it is made; with `wait`, once it is. NULL if it is not, or
 * if there is none. */
struct crew_job *crew_made(struct crew *crew, bool wait);

/* Frees what the job crew_made() returned holds, and the job. */
void crew_drop(struct crew *crew);

/* Has the threads stop and frees everything; jobs under way are lost. */
void crew_stop(struct crew *crew);

#endif
