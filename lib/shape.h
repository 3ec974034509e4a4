/* The shape of a JSON object, checked by hand: which members it has, in which
 * order, of which types. A shape is a table that ends in {NULL}; members come
 * in its order, optional ones may be left out, others may not occur. */
#ifndef SHAPE_H
#define SHAPE_H

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "buf.h"

/* What a member may be; types may be joined with |. */
enum shape_type {
    SHAPE_TEXT = 1,      /* a string that is not empty */
    SHAPE_ID = 2,        /* a string of 1 to 96 of a-z, 0-9 and _ */
    SHAPE_HEX = 4,       /* a SHA-256 in lower-case hexadecimal */
    SHAPE_COUNT = 8,     /* a whole number from 0 */
    SHAPE_INTEGER = 16,  /* a whole number */
    SHAPE_BOOL = 32,     /* true or false */
    SHAPE_OBJECT = 64,
    SHAPE_ARRAY = 128,
    SHAPE_NULL = 256,
    SHAPE_OPTIONAL = 512 /* may be left out */
};

struct shape_member {
    const char *name;
    unsigned types; /* of enum shape_type */
};

/* Checks `object`, called `where` in words. Returns 0, or -1 with what is
 * wrong appended to `why`. */
int shape_check(const cJSON *object, const char *where,
                const struct shape_member *shape, struct buf *why);

/* True if the value is of one of these types. */
bool shape_is(const cJSON *value, unsigned types);

/* The string member of that name, or NULL if it is absent or no string. */
const char *shape_text(const cJSON *object, const char *name);

/* True if all items are of one of these types; false for no array, too. */
bool shape_items(const cJSON *array, unsigned types);

/* True if `text` is 64 lower-case hexadecimal digits. */
bool shape_hex(const char *text);

#endif
