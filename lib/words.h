/* Words in a text: whether it holds some of them in a row, letter case of
 * ASCII aside, and not inside a longer word. A word is letters and digits; all
 * bytes beyond ASCII count as letters. */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* True if `text` holds `part`; never for an empty part. */
bool words_in(const char *text, const char *part);

/* How often `text` holds `part`. */
size_t words_times(const char *text, const char *part);

/* The same of one place in the text: `at` is not behind its end, `len` the length
 * of `part`, which is not empty. */
bool words_at(const char *text, const char *at, const char *part, size_t len);

/* The first word in `text`, of *len bytes, or NULL if there is none. */
const char *words_next(const char *text, size_t *len);

/* True if `text` is one to `most` words with one blank between them, where a
 * word is anything without blanks. */
bool words_at_most(const char *text, size_t most);

#endif
