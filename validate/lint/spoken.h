/* A name as it is compared: in small letters, without accents, apostrophes and
 * full stops; hyphens and runs of blanks are one blank. */
#ifndef LINT_SPOKEN_H
#define LINT_SPOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"

/* Replaces the content of `out`. */
void spoken_write(const char *name, struct buf *out);

/* The same with its words in alphabetical order. */
void spoken_sort(const char *spoken, struct buf *out);

/* True if one character put in, left out, put for another, or two neighbours
 * exchanged make one of the other; both are UTF-8. */
bool spoken_near(const char *a, const char *b);

#endif
