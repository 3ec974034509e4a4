/* JSON values where they stand in a text that was checked and indexed: what
 * strings hold, members by name, and equality as JSON Schema has it (numbers by
 * what they mean, objects whatever the order of their members).
 *
 * Comparing takes steps from an allowance of the caller, one a value looked at;
 * a comparison that runs out of them says what it likes and leaves 0. */
#ifndef SCHEMA_VALUE_H
#define SCHEMA_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "json_tape.h"

struct value {
    const struct json_tape *tape; /* borrowed */
    size_t node;                  /* of it */
};

enum json_kind value_kind(struct value v);

/* The text of a number or, escapes as they stand, of a string. */
const char *value_raw(struct value v, size_t *len);

/* What a string holds: in the text, or unescaped in `scratch`, whose content
 * goes. */
const char *value_string(struct value v, struct buf *scratch, size_t *len);

/* True if the value is the string `text`, which is ASCII. */
bool value_is(struct value v, const char *text);

/* The member of that name; false if there is none or `object` is no object. */
bool value_member(struct value object, const char *name, size_t len,
                  struct value *member);

/* The JSON text of any value. */
const char *value_text(struct value v, size_t *len);

/* True if they are equal. */
bool value_same(struct value a, struct value b, uint64_t *steps);

/* The same for equal values. */
uint64_t value_hash(struct value v, struct buf *scratch);

/* 1 and *one, *two if two elements of the array are equal, else 0. */
bool value_twins(struct value array, struct buf *scratch, uint64_t *steps,
                 size_t *one, size_t *two);

#endif
