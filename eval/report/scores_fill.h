/* From the index of a scores file's JSON to structs; for scores_read() alone. */
#ifndef SCORES_FILL_H
#define SCORES_FILL_H

#include <stddef.h>

#include "json_tape.h"
#include "report/scores.h"

/* Fills in all but the path from a text of `size` bytes that its schema has been
 * held to. */
void scores_fill(struct scores *s, const struct json_tape *tape, size_t size);

#endif
