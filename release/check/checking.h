/* A release under check: every file of it is hashed, every record read, every
 * derived file made again. */
#ifndef CHECKING_H
#define CHECKING_H

#include "files/findings.h"
#include "files/tree.h"
#include "folder/edition.h"
#include "folder/log.h"
#include "folder/manifest.h"
#include "folder/removed.h"
#include "folder/seeding.h"
#include "folder/signature.h"
#include "minisign.h"
#include "progress.h"
#include "records/people.h"
#include "schema/schema.h"
#include "since.h"

/* What whoever checks holds the release to; all borrowed. */
struct checking_wish {
    const struct minisign_public *key; /* that must have signed it, or NULL */
    const struct edition *expected;    /* that it must be, or NULL */
    bool signature;                    /* it must be authentic */
    const char *since; /* an earlier release's folder, or a checkpoint */
    const char *verifier; /* a program that checks what we cannot, or NULL */
    const struct beacon_chain *chain; /* a beacon that is known, or NULL */
};

struct checking {
    const char *folder; /* borrowed */
    const struct checking_wish *wish; /* borrowed */
    struct manifest_own own; /* as the manifest states it */
    bool has_own;            /* it states all that */
    enum signature_verdict signature;
    struct tree tree;
    struct schema schema;   /* of a person */
    bool has_people;        /* their file is there */
    struct people people;
    struct removed removed;
    struct log log;
    struct since since;
    enum exit_status earlier; /* what became of reading that one */
    struct seeding seeding;
    struct findings findings;
    uint64_t bytes;     /* of all files that could be read */
};

/* Returns 0, or -1 (told); either way it ends with checking_close(). */
int checking_open(struct checking *c, const char *folder,
                  const struct checking_wish *wish);

/* Checks everything, hashing in `jobs` threads; what is wrong becomes
 * findings. Returns 0, or -1 (told) if the check could not be made. */
int checking_run(struct checking *c, unsigned jobs,
                 enum progress_mode progress);

/* A part of that: the signature and, if the people were `read`, what it says,
 * the name and the version, and the checkpoint of the log. Returns 0, or -1
 * (told). */
int checking_authentic(struct checking *c, bool read);

/* The exit status that all of it makes. */
enum exit_status checking_status(const struct checking *c);

void checking_close(struct checking *c);

#endif
