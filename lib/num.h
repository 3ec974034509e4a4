/* Numbers in text, parsed whole: digits, and in a decimal a point among them;
 * no sign, no blanks, no tail. */
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

/* True and *value if `text` is a decimal such as "7.5" that makes a whole
 * number of 10^-places units (75 at one place), at most `max` of them: a whole
 * number as above, alone or before a point and 1 to `places` digits. */
bool num_parse_decimal(const char *text, unsigned places, uint64_t max,
                       uint64_t *value);

/* True if `text` is two whole numbers "A-B" with 1 <= A <= B <= max, which
 * *first and *last are then. */
bool num_parse_range(const char *text, uint64_t max, uint64_t *first,
                     uint64_t *last);

#endif
