/* The escapes \uXXXX of JSON strings, by which a code point above U+FFFF takes
 * two: a high surrogate, then a low one. */
#ifndef JSON_ESCAPE_H
#define JSON_ESCAPE_H

#include <stddef.h>

/* The code point of the escape whose 'u' is at `at`, its length behind the
 * backslash in *len (5, or 11 for a pair); -1 for bad digits, -2 for half a
 * pair. Nothing from `end` on is read. */
long json_escape_point(const char *at, const char *end, size_t *len);

#endif
