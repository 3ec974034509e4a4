/* A quick way to search for the regular expressions that most schemas have:
 * characters, classes, groups, alternatives, repeats and the two ends, whatever
 * they match being found in one pass over the text, one table look-up a
 * character. For all others, and those that take more than AUTOMATON_STATES,
 * there is pattern.h; what is found is the same. */
#ifndef SCHEMA_AUTOMATON_H
#define SCHEMA_AUTOMATON_H

#include <stddef.h>

#define AUTOMATON_STATES 256

struct automaton; /* read only: threads may share it */

/* Compiles `len` bytes that are a pattern by pattern_new(). Returns NULL if it
 * is none of the simple ones. The caller frees it. */
struct automaton *automaton_new(const char *text, size_t len);

/* 1 if the pattern is found in `len` bytes of valid UTF-8, 0 if not, -1 if the
 * general search has to look: for \p{L} or \p{N} in a text not all ASCII. */
int automaton_find(const struct automaton *a, const char *text, size_t len);

/* Frees it; NULL is nothing to free. */
void automaton_free(struct automaton *a);

#endif
