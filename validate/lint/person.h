/* A person line as the rules look at it: its id and kind, and its members where
 * they are of the type they should be, NULL where not; the shape of a record is
 * no concern of a lint (ckrecords). The line is borrowed, the tree owned until
 * the next read. */
#ifndef LINT_PERSON_H
#define LINT_PERSON_H

#include <cjson/cJSON.h>
#include <stddef.h>
#include <stdint.h>

#include "diag.h"
#include "json_scan.h"
#include "record.h"

struct person {
    const char *line; /* borrowed */
    size_t len;       /* bytes in it */
    const struct json_scan *scan; /* borrowed: its members */
    struct record_head head;
    enum record_kind kind;
    const char *id;        /* in head, NUL-ended */
    cJSON *tree;           /* owned, or NULL */
    const char *name;      /* these in the tree, or NULL; never empty */
    const char *biography;
    const cJSON *facts, *provenance, *split;  /* objects, or NULL */
    const cJSON *images, *questions, *sets;   /* arrays, or NULL: the last is
                                                 the split's */
    struct diag_place place; /* file, line and id */
    uint32_t number;         /* from 0 in the order of input: people.h */
};

/* Reads a checked line that stands at `place`. Returns NULL, or a static text
 * that says why the line is no person. One struct, started as {0}, serves any
 * number of lines. */
const char *person_read(struct person *p, const char *line, size_t len,
                        const struct json_scan *scan,
                        struct diag_place place);

/* The member of a question, an image and so on if it is a string, else NULL. */
const char *person_text(const cJSON *object, const char *member);

void person_release(struct person *p);

#endif
