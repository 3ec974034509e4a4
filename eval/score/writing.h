/* A scores file, palimpsest/scores/1 (palimpsest-scores(5)): one object, the
 * rows of its tables one a line. */
#ifndef WRITING_H
#define WRITING_H

#include "book.h"
#include "buf.h"

/* Appends a scored book; `rules` is their name. */
void writing_book(const struct book *b, const char *rules, struct buf *out);

#endif
