/* What is wrong with a value, in words that a person can act on: what was
 * expected, what was found, and what may have been meant. */
#ifndef SCHEMA_MESSAGE_H
#define SCHEMA_MESSAGE_H

#include "schema/run.h"

#define MESSAGE_SHOWN 60 /* bytes of a value that are shown, at most */

/* Appends the message. Bytes of the text in it are as they were. */
void message_write(const struct program *p, const struct json_tape *tape,
                   const struct failure *f, struct buf *out);

#endif
