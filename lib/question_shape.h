/* The shape of one question of a person record. */
#ifndef QUESTION_SHAPE_H
#define QUESTION_SHAPE_H

#include <cjson/cJSON.h>

#include "buf.h"

#define QUESTION_SHAPE_ALIASES 16 /* at most */
#define QUESTION_SHAPE_VALUE 256  /* bytes of a value or an alias, at most */
#define QUESTION_SHAPE_OPTION 100 /* bytes of an option, at most */
#define QUESTION_SHAPE_TEXT 2048  /* bytes of any text, at most */

/* Members, order, types, sizes; the members that the task asks for. Returns 0,
 * or -1 with the first thing wrong, the question's id before it, appended to
 * `why`. */
int question_shape_check(const cJSON *question, struct buf *why);

#endif
