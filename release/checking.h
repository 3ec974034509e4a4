/* A release under check: every file of it is hashed, every record read, every
 * derived file made again. */
#ifndef CHECKING_H
#define CHECKING_H

#include "findings.h"
#include "log.h"
#include "people.h"
#include "progress.h"
#include "tree.h"

struct checking {
    const char *folder; /* borrowed */
    struct tree tree;
    struct people people;
    struct log log;
    struct findings findings;
    uint64_t bytes;     /* of all files that could be read */
};

/* Returns 0, or -1 (told); either way it ends with checking_close(). */
int checking_open(struct checking *c, const char *folder);

/* Checks everything, hashing in `jobs` threads; what is wrong becomes
 * findings. Returns 0, or -1 (told) if the check could not be made. */
int checking_run(struct checking *c, unsigned jobs,
                 enum progress_mode progress);

void checking_close(struct checking *c);

#endif
