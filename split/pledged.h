/* A stream of people who have a split, held against what was committed to
 * before and what the beacon gave for it. */
#ifndef PLEDGED_H
#define PLEDGED_H

#include "beacon.h"
#include "cohort.h"
#include "intake.h"
#include "json_member.h"
#include "pledge.h"
#include "record.h"

/* Start it with the names and people.people.spool.fd = -1. */
struct pledged {
    const char *commit, *reveal; /* borrowed: file names */
    const char *verifier;        /* borrowed: a program, or NULL */
    const struct beacon_chain *chain; /* borrowed: one that is known, or NULL */
    struct pledge pledge;
    struct cohort people;
};

/* Reads both files; the names are set. Returns EXIT_OK; EXIT_DATA if they are
 * not right, or EXIT_SYSTEM (told); either way it ends with pledged_close(). */
enum exit_status pledged_open(struct pledged *p);

/* Adds the record now out, which has this split and is refused if that is not
 * the one committed to. */
void pledged_add(struct pledged *p, struct intake *in,
                 const struct record_head *head,
                 const struct json_member *split);

/* Checks the people once all are there, and the beacon's signature; tells where
 * nobody knows the beacon. Returns EXIT_OK, EXIT_DATA or EXIT_SYSTEM (told). */
enum exit_status pledged_check(struct pledged *p);

void pledged_close(struct pledged *p);

#endif
