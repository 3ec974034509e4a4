/* Bytes of ASCII by class, whatever the locale: the letters, digits and
 * hexadecimal digits of RFC 5234 (ALPHA, DIGIT, HEXDIG). */
#ifndef SCHEMA_ASCII_H
#define SCHEMA_ASCII_H

#include <stdbool.h>
#include <stddef.h>

bool ascii_is_letter(char c);
bool ascii_is_digit(char c);
bool ascii_is_alnum(char c);

/* True if `c` is one of the characters of `set`; NUL never is. */
bool ascii_is_in(char c, const char *set);

/* The value of a hexadecimal digit in either case, or -1. */
int ascii_hex(char c);

/* A letter in lower case; anything else as it is. */
char ascii_lower(char c);

/* How many bytes at the start of `len` are digits. */
size_t ascii_digits(const char *text, size_t len);

/* True if two texts differ in the case of letters at most. */
bool ascii_same(const char *a, size_t alen, const char *b, size_t blen);

#endif
