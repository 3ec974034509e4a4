/* The shape of one question of a person record. */
#ifndef QUESTION_SHAPE_H
#define QUESTION_SHAPE_H

#include <cjson/cJSON.h>

#include "buf.h"

/* Members, order, types; which members the task asks for. Returns 0, or -1
 * with the first thing wrong, the question's id before it, appended to
 * `why`. */
int question_shape_check(const cJSON *question, struct buf *why);

#endif
