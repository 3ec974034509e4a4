/* The people of a release under check. people.jsonl is read once: while one
 * thread reads on and hashes, others check the lines read before, each by
 * itself, and one takes those that are checked, in their order, and compares
 * them with all others. Who does what when makes no difference to what is found
 * or to the order it is told in. In memory are, besides what others keep of the
 * people, CENSUS_AHEAD batches a thread. */
#ifndef CENSUS_H
#define CENSUS_H

#include <pthread.h>

#include "batch.h"
#include "files/tree.h"
#include "folder/log.h"
#include "progress.h"
#include "records/people.h"

#define CENSUS_AHEAD 2 /* batches for each thread */
#define CENSUS_WRONG 1000 /* lines that are no records: behind so many, people
                             are looked for no further */

struct census {
    struct people *people;     /* borrowed, as are these: what is taken goes */
    struct log *log;           /* into them */
    struct tree *tree;
    struct findings *findings;
    struct progress *progress; /* borrowed, as is this one: */
    const struct schema *schema; /* of a person, for all threads */
    struct jsonl reader;
    uint64_t size;             /* of the file when it was opened, in bytes */
    uint64_t seen;             /* bytes read so far */
    struct digest_stream sum;  /* of them */
    bool waiting;              /* the reader holds a line of no batch yet */
    enum jsonl_status status;  /* of that line */
    bool open_end;             /* the line read last has no LF */
    int failure;               /* errno of what ended the reading, or 0 */
    struct batch *ring;        /* owned */
    bool *checked;             /* owned: of each in the ring */
    uint64_t room;             /* batches in the ring */
    uint64_t read, begun, taken; /* batches so far, in this order */
    bool long_one;             /* the batch read last borrows the reader's line */
    bool reading, taking;      /* some thread does */
    bool over;                 /* nothing is left to read */
    unsigned wrong;            /* lines taken that are no records */
    bool hopeless;             /* as many of them as may be */
    bool failed;               /* told: the check cannot be made */
    char before[RECORD_ID_LIMIT + 1]; /* the id taken last */
    pthread_mutex_t lock;
    pthread_cond_t changed;
};

/* Opens people.jsonl in the tree's folder. Returns a descriptor, or -1: it is
 * not there, or cannot be read, which is a finding. */
int census_open_file(struct tree *tree, struct findings *f);

/* Takes all people from `fd`, of `jobs` threads, into what the struct names;
 * its other members start as 0. Behind CENSUS_WRONG lines that are no records the
 * rest of the file is only hashed. Sets its sum in the tree. Returns 0, or -1
 * (told). */
int census_run(struct census *c, int fd, unsigned jobs);

#endif
