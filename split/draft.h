/* A commitment while it is made: the beacon's chain, its place in a series, the
 * people and the rule. */
#ifndef DRAFT_H
#define DRAFT_H

#include <stdint.h>

#include "commit.h"
#include "diag.h"
#include "intake.h"
#include "progress.h"
#include "splitrule.h"

/* Start it with all but the commitment's series and round as {0}; it ends with
 * commit_release(). */
struct draft {
    struct commit commit;
    const struct splitrule *rule; /* borrowed; its seed is not looked at */
    const uint64_t *announced;    /* borrowed: people of each kind */
    enum progress_mode progress;
};

/* All of these return EXIT_OK, EXIT_DATA or EXIT_SYSTEM (told). */

/* Reads the chain from a file, or the one that comes with the suite if that is
 * NULL. */
enum exit_status draft_chain(struct draft *d, const char *file);

/* Numbers it in its series, behind the commitment in the file `previous` unless
 * that is NULL; it must have the number `wanted` unless that is 0. */
enum exit_status draft_number(struct draft *d, const char *previous,
                              uint64_t wanted);

/* Reads all people, and commits to them and to the rule. */
enum exit_status draft_people(struct draft *d, struct intake *in);

#endif
