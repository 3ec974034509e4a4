/* The texts of a record that are compared:
 *
 *   "reference"   a string, or a list of one or more of them
 *   "candidate"   a string
 *
 * with their escapes read, as UTF-8 that may hold NUL. */
#ifndef PAIR_H
#define PAIR_H

#include <stddef.h>

#include "buf.h"
#include "json_scan.h"

/* Not NUL-ended; borrowed from the record's line or the pair. */
struct pair_text {
    const char *text;
    size_t len; /* bytes */
};

/* Starts as {0}; serves any number of records. */
struct pair {
    struct pair_text candidate;
    struct pair_text *references; /* owned */
    size_t count, cap;            /* of references */
    struct buf bytes; /* owned: texts that had escapes */
};

/* Reads the texts of a record that was scanned, whose line must outlive their
 * use. Returns NULL, or a static text that says what is wrong. */
const char *pair_read(struct pair *p, const struct json_scan *record);

void pair_release(struct pair *p);

#endif
