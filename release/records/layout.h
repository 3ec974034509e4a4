/* What no schema can say of a person's line: the order of its members, and
 * sizes in bytes. Both are in one table, with what schema/person.json says of
 * members left to that. */
#ifndef LAYOUT_H
#define LAYOUT_H

#include <stdbool.h>

#include "buf.h"
#include "schema/value.h"

/* Checks a person who has the form of the schema; a celebrity's facts are in
 * any order. Returns 0, or -1 with the first thing wrong appended to `why`,
 * behind a pointer to it, and the value there in *at. */
int layout_check(struct value person, bool celebrity, struct buf *why,
                 struct value *at);

#endif
