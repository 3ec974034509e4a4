/* The strict check of one JSON text (RFC 8259, UTF-8 of RFC 3629), made
 * before any other parser sees it, and the way to a top-level member without
 * building a tree.
 *
 * Refused: bytes that are no UTF-8 (overlong forms, encoded surrogates, cut
 * sequences), raw control characters, NUL, a byte order mark, numbers such as
 * 01, -01, 1. and .5, bad escapes, escapes of half a surrogate pair, duplicate
 * member names at any depth (compared after unescaping), a depth beyond
 * JSON_DEPTH, and anything behind the value. */
#ifndef JSON_SCAN_H
#define JSON_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "json_member.h"

#define JSON_DEPTH 1000 /* arrays and objects inside one another */

struct json_tape;

struct json_scan {
    struct json_tape *tape; /* borrowed: where an index of the text is made, or
                               NULL; of a refused text it is of no use */
    struct json_member *members; /* owned: the outermost object's members */
    size_t count;                /* of them; 0 for any other value */
    size_t cap;
    size_t most;        /* values let in; 0 for any number of them */
    size_t values;      /* in the text at any depth, itself included */
    bool is_object;     /* the outermost value is an object */
    const char *reason; /* static text: why the text was refused */
    size_t column;      /* byte in the text, from 1, where that was seen */

    const char *start, *at, *end; /* state of the walk */
    unsigned depth;
    bool escaped; /* the string walked over last holds an escape */
    size_t inside; /* values in the array or object walked over last */
};

/* Checks `len` bytes of `text`. Returns 0, or -1 with reason and column set.
 * The members found are valid as long as the text is. One struct serves any
 * number of texts; start it as {0}. */
int json_scan_check(struct json_scan *s, const char *text, size_t len);

/* The outermost object's member of that name, or NULL. */
const struct json_member *json_scan_find(const struct json_scan *s,
                                         const char *name);

/* Frees what the struct owns. */
void json_scan_release(struct json_scan *s);

#endif
