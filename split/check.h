/* The check of a stream of people who have a split: first each record by
 * itself and against the first one, then all of them against the rule. */
#ifndef CHECK_H
#define CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "diag.h"
#include "intake.h"
#include "progress.h"
#include "roll.h"
#include "splitclaim.h"
#include "splitsets.h"
#include "stamp.h"
#include "strata.h"

struct census;
struct pledged;

/* A check while it runs; start it with the first four members set. */
struct check {
    const char *seed;        /* what must be stated, or NULL; borrowed */
    uint64_t n;              /* the same; or 0 */
    struct pledged *pledged; /* what was committed to, or NULL; borrowed */
    struct census *census;   /* to be filled, or NULL; borrowed */
    struct splitclaim first; /* what the first record states */
    struct splitclaim claim; /* what the record now out states */
    bool started;            /* the first record was taken */
    struct splitsets known;  /* its rule's sets, as far as one record tells */
    struct stamp stamp;      /* of these */
    struct roll roll;
    struct strata strata;    /* where people are stratified */
    struct json_scan facts;  /* of the record now out, then */
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

/* Fills in the sets after check_compare(), those of kinds without ranks, too;
 * one that holds nobody or everybody is wrong. Returns EXIT_OK, EXIT_DATA or
 * EXIT_SYSTEM (told); released by the caller in any case. */
enum exit_status check_sets(const struct check *k, struct splitsets *sets);

void check_close(struct check *k);

#endif
