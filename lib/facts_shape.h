/* The shape of the facts of a person whom a generator made: members, order,
 * types, and the form of each value, as schema/person.json has them. */
#ifndef FACTS_SHAPE_H
#define FACTS_SHAPE_H

#include <cjson/cJSON.h>

#include "buf.h"

#define FACTS_SHAPE_WORDS 4 /* in a value, at most */

/* Returns 0, or -1 with the first thing wrong appended to `why`. */
int facts_shape_check(const cJSON *facts, struct buf *why);

#endif
