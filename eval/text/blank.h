/* What Python's str.split() and str.isspace() take for a blank: white space of
 * Unicode and the separators of ASCII. */
#ifndef BLANK_H
#define BLANK_H

#include <stdbool.h>
#include <stddef.h>

/* The length of the blank that starts at `text`, which is UTF-8 of `len` bytes,
 * at least one; 0 if there is none. */
size_t blank_length(const char *text, size_t len);

/* The length of the text without the blanks at its end. */
size_t blank_strip(const char *text, size_t len);

#endif
