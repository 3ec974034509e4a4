/* A person line, read for checking: the line itself, its members, and the tree
 * of it. The line is borrowed; the tree is owned until the next read. */
#ifndef PERSON_H
#define PERSON_H

#include <cjson/cJSON.h>

#include "digest.h"
#include "files/findings.h"
#include "json_scan.h"
#include "record.h"

#define PERSON_NUMBER 24 /* bytes that a whole number takes in decimal */

struct form;

/* A line that is an object of JSON; all borrowed. */
struct person_line {
    const char *text;
    size_t len;                   /* bytes in it */
    const struct json_scan *scan; /* of it, with the index for its form */
    struct diag_place place;
};

struct person {
    const char *line;             /* borrowed */
    size_t len;                   /* bytes in it */
    const struct json_scan *scan; /* borrowed: its members */
    struct record_head head;
    cJSON *tree;      /* owned, or NULL */
    const cJSON *facts, *provenance, *images, *questions; /* in the tree; the
                                                last two may be NULL */
    const char *name; /* in the tree */
    struct diag_place place; /* of the line; its id is head.name */
    unsigned char trained[DIGEST_BYTES]; /* what its train questions ask, by
                                            person_check() */
    uint64_t number; /* the caller's own, to find the line again */
};

/* Reads a line: id and kind, canonical bytes, form. Returns 0, or -1 where that
 * is not right, which is a finding. */
int person_read(struct person *p, const struct person_line *line,
                struct form *form, struct findings *f);

/* A fact as questions write it: text, or a whole number in decimal, which goes
 * into `number`; the name for "name"; NULL if the person has no such fact. */
const char *person_fact(const struct person *p, const char *fact,
                        char number[PERSON_NUMBER]);

void person_release(struct person *p);

#endif
