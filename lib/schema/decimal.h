/* Numbers as JSON writes them, compared and divided exactly: as text, so that
 * 9007199254740993 is not 9007199254740992, 1.0 is 1, and 1e400 is a number
 * like others. Each takes time in proportion to the digits written, whatever
 * the exponent says, and no memory. The texts are numbers by the grammar of RFC
 * 8259; what is read of any other text is not said. */
#ifndef SCHEMA_DECIMAL_H
#define SCHEMA_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DECIMAL_DIVISOR 256 /* most significant digits of a divisor */

/* Less than, equal to or greater than 0 as `a` is to `b`. */
int decimal_compare(const char *a, size_t alen, const char *b, size_t blen);

/* True for 1, 1.0 and 1e2, not for 1.5. */
bool decimal_is_integer(const char *a, size_t len);

/* 1 if `a` is a whole number of times `b`, 0 if not or if `b` is 0, -1 if `b`
 * has more than DECIMAL_DIVISOR digits between its first and last that are not
 * 0. */
int decimal_multiple_of(const char *a, size_t alen, const char *b, size_t blen);

/* The same for equal numbers, however they are written. */
uint64_t decimal_hash(const char *a, size_t len);

#endif
