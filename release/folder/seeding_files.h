/* The files about a seed in a release's splits/. */
#ifndef SEEDING_FILES_H
#define SEEDING_FILES_H

#include <stddef.h>

#define SEEDING_COMMIT "splits/commit.json"
#define SEEDING_REVEAL "splits/reveal.json"
#define SEEDING_LIMIT ((size_t)1 << 20) /* bytes in any of them */
#define SEEDING_BESIDE 3                /* files beside the commitment */

/* A file beside the commitment. */
struct seeding_beside {
    const char *ending; /* behind its name */
    const char *kind;   /* what a verifier is asked, or NULL: a signature */
};

extern const struct seeding_beside seeding_beside[SEEDING_BESIDE];

#endif
