/* The release that another follows (mkrelease --previous). It must be right, as
 * ckrelease(1) has it, before anything is taken over from it: its name, the
 * tombstones it holds, and, where people are removed, what is to be known of
 * them: their leaves, and what would still tell of them. Unless the new release
 * has people of its own, those who stay are taken over, too. */
#ifndef PREVIOUS_H
#define PREVIOUS_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "folder/edition.h"
#include "leaving.h"
#include "minisign.h"
#include "progress.h"
#include "record.h"
#include "resplit.h"
#include "spool.h"
#include "traces.h"

/* What is asked for; all borrowed. */
struct previous_wish {
    const char *folder;       /* of the earlier release, or NULL for none */
    const char *remove;       /* ids, with commas between, or NULL */
    const char *remove_list;  /* a file of ids, or NULL */
    bool people;              /* take the people over */
    bool resplit;             /* others may move into other sets */
    enum progress_mode progress;
};

/* Starts as PREVIOUS_NONE, ends with previous_close(). */
struct previous {
    struct edition edition;   /* its own */
    bool images;              /* it has some */
    struct leaving leaving;
    struct traces traces;
    struct buf tombstones;    /* removed.jsonl of the new release */
    uint64_t removed;         /* lines of it */
    struct buf steps;         /* its own; JSON text */
    uint64_t kinds[RECORD_KINDS]; /* of those who stay */
    struct resplit resplit;   /* of them, where they are taken over */
    struct spool people;      /* their lines, then; else fd is -1 */
};

#define PREVIOUS_NONE ((struct previous){.resplit = {.roll.spool.fd = -1, \
    .moved.fd = -1}, .people.fd = -1})

/* Checks and reads the earlier release. A release that is signed is only
 * followed with the key that signed it; `key` is NULL without one. Returns
 * EXIT_OK, or what to exit with (told). */
enum exit_status previous_read(struct previous *p,
                               const struct previous_wish *wish,
                               const struct minisign_secret *key);

/* Writes who moved into other sets to stdout. Returns 0, or -1 (told). */
int previous_tell_moves(struct previous *p);

void previous_close(struct previous *p);

#endif
