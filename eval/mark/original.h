/* MLLMU-Bench's own rules, to the letter: the first character of a reply is the
 * letter; a gap is filled right if the answer is anywhere in the reply, in
 * lower case. */
#ifndef ORIGINAL_H
#define ORIGINAL_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"

/* What the original looks at: the reply up to the first "ASSISTANT:", without
 * blanks around it. Returns its start; *len is its length. */
const char *original_reply(const char *reply, size_t *len);

/* The letter, 0 for A, or -1 for none. */
int original_letter(const char *reply, size_t len);

/* Whether a gap is filled right. */
bool original_fills(const char *reply, size_t len, const char *answer,
                 size_t answer_len, struct buf scratch[2]);

#endif
