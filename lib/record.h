/* What every tool needs to know of a person line: its id and kind. */
#ifndef RECORD_H
#define RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "json_scan.h"

#define RECORD_SCHEMA "palimpsest/person/1"
#define RECORD_ID_LIMIT 96 /* bytes */

/* JSON values in a record: a tree of them takes 100 MB, where one of all that
 * a line can hold would take gigabytes. */
#define RECORD_VALUES_LIMIT ((size_t)1 << 20)

enum record_kind {
    RECORD_FICTITIOUS,
    RECORD_CELEBRITY,
    RECORD_STRANGER,
    RECORD_AUXILIARY,
    RECORD_KINDS
};

struct record_head {
    const char *id; /* in the line, not NUL-ended */
    size_t id_len;  /* 1..RECORD_ID_LIMIT */
    enum record_kind kind;
    char name[RECORD_ID_LIMIT + 1]; /* the id again, NUL-ended, for messages */
};

/* Reads schema, id and kind of a checked line. Returns NULL, or a static text
 * that says what is wrong. */
const char *record_head(const struct json_scan *scan, struct record_head *head);

/* True if the bytes match [a-z0-9_]{1,96}. */
bool record_id_valid(const char *id, size_t len);

/* The kind's name in a record, and back (RECORD_KINDS for none). */
const char *record_kind_name(enum record_kind kind);
enum record_kind record_kind_parse(const char *text, size_t len);

#endif
