/* Numbers in text, parsed whole: digits only, no sign, no blanks, no tail. */
#ifndef NUM_H
#define NUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* True and *value if `text` is a decimal whole number in min..max without
 * leading zeros. */
bool num_parse(const char *text, uint64_t min, uint64_t max, uint64_t *value);

/* The same for `len` bytes that need not end in NUL. */
bool num_parse_bytes(const char *text, size_t len, uint64_t min, uint64_t max,
                     uint64_t *value);

/* A decimal such as "7.5" as a whole number of 10^-places units (75 at one
 * place): at most `places` digits behind the point; no exponent, no sign. */
bool num_parse_decimal(const char *text, unsigned places, uint64_t max,
                       uint64_t *value);

/* Two whole numbers "A-B" with 1 <= A <= B <= max. */
bool num_parse_range(const char *text, uint64_t max, uint64_t *first,
                     uint64_t *last);

#endif
