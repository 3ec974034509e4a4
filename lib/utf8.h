/* UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing
 * above U+10FFFF. */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The length (1-4 bytes) of the sequence that starts at `text`, of which `len`
 * bytes may be read, or 0 if it is not UTF-8. */
size_t utf8_length(const char *text, size_t len);

/* True if all `len` bytes are UTF-8. */
bool utf8_valid(const char *text, size_t len);

/* The code point at `text`, known to be valid, and its length. */
uint32_t utf8_decode(const char *text, size_t *len);

/* Writes `point` (no surrogate, at most 0x10ffff); returns the length, 1-4. */
size_t utf8_encode(uint32_t point, char bytes[4]);

#endif
