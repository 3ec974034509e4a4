/* A question's text with its slots blanked, so that wordings can be compared
 * whoever is asked about. */
#ifndef LINT_BLANK_H
#define LINT_BLANK_H

#include "buf.h"

/* Replaces the content of `b` by the text, "{}" standing for the name wherever
 * it is as whole words, letter case of ASCII aside. `name` may be NULL. */
void blank_name(struct buf *b, const char *text, const char *name);

#endif
