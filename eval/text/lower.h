/* Text in lower case as Python's str.lower() has it, and what its regular
 * expressions take for a letter or digit. Of the Unicode data this needs
 * libutf8proc; the rule for the sigma at a word's end is here. */
#ifndef LOWER_H
#define LOWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"

/* Appends the text, which is UTF-8, in lower case. */
void lower_add(struct buf *out, const char *text, size_t len);

/* True for what \w matches, the underscore aside. */
bool lower_is_word(uint32_t point);

#endif
