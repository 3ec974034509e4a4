/* The check of a stream of people who have a split: first each record by
 * itself and against the first one, then all of them against the rule. */
#ifndef CHECK_H
#define CHECK_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "diag.h"
#include "intake.h"
#include "progress.h"
#include "roll.h"
#include "splitclaim.h"
#include "stamp.h"

struct pledged;

/* A check while it runs; start it with the first three members set. */
struct check {
    const char *seed;        /* what must be stated, or NULL; borrowed */
    uint64_t n;              /* the same; or 0 */
    struct pledged *pledged; /* what was committed to, or NULL; borrowed */
    struct splitclaim first; /* what the first record states */
    struct splitclaim claim; /* what the record now out states */
    struct stamp stamp;      /* of the first one's rule */
    struct roll roll;        /* roll.seed is NULL until the first record */
    uint32_t *ranks;         /* owned: as stated, by index; 0 for null */
    size_t cap;              /* room for them */
    struct buf text;         /* a split as it should be, or a reason */
};

/* Returns 0, or -1 (told). */
int check_open(struct check *k);

/* Reads all people and checks each. Returns the worst that happened (told). */
enum exit_status check_read(struct check *k, struct intake *in,
                            enum progress_mode progress);

/* Checks what can be told once all are there: their number, that no id is
 * there twice, every rank. Returns EXIT_OK, EXIT_DATA or EXIT_SYSTEM (told);
 * the rule is then first.rule, and the ranks are in the roll. */
enum exit_status check_compare(struct check *k);

void check_close(struct check *k);

#endif
