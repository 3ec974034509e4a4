/* "a" and "an": which article an English word takes, by the sound it begins
 * with. */
#ifndef LINT_ARTICLE_H
#define LINT_ARTICLE_H

#include <stddef.h>

#include "lint/vocabulary.h"

enum article { ARTICLE_A, ARTICLE_AN, ARTICLE_UNKNOWN };

/* The article of what begins at `word`: a word, a number, letters that are
 * spelled. */
enum article article_of(const char *word, const struct vocabulary *v);

/* The first place in a text where the wrong article stands, of *len bytes with
 * the word behind it; or NULL. */
const char *article_find(const char *text, const struct vocabulary *v,
                         size_t *len);

#endif
