/* Checks one text after another by the schemas and writes what is wrong, as
 * lines "FILE:LINE: id: /pointer: message" or, of each text, as an object of
 * the standard's basic output. One inspector a thread. */
#ifndef INSPECTOR_H
#define INSPECTOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "schema/checker.h"
#include "schemas.h"

#define INSPECTOR_ID 128 /* bytes of an id that are shown, at most */

enum inspector_form {
    INSPECTOR_TEXT,
    INSPECTOR_JSON,        /* an object for each text that is wrong */
    INSPECTOR_ANNOTATIONS, /* and for each that is not, with what is said */
    INSPECTOR_SILENT,
};

/* A text and where it stands. */
struct subject {
    const char *file;
    uint64_t line;  /* of its first byte, from 1 */
    bool whole;     /* it is a file of more than one line */
    const char *text;
    size_t len;
    const char *reason; /* why it is no line to check, at byte `column`; or
                           NULL */
    size_t column;
};

struct inspector {
    struct schemas *schemas;  /* borrowed, shared */
    enum inspector_form form;
    struct json_scan scan;
    struct json_tape tape;
    struct checker *checkers; /* owned: of the schemas met so far */
    size_t count;             /* of them */
    struct report report;
    struct buf why, scratch;
};

void inspector_init(struct inspector *i, struct schemas *schemas,
                    enum inspector_form form);

/* Checks a text; appends to `out` what is to be printed. Returns true if
 * nothing is wrong. */
bool inspector_check(struct inspector *i, const struct subject *subject,
                     struct buf *out);

void inspector_release(struct inspector *i);

#endif
