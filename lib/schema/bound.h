/* Numbers that values are held to, compared the quick way where both are whole
 * and short, as almost all are. */
#ifndef SCHEMA_BOUND_H
#define SCHEMA_BOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bound {
    const char *text; /* borrowed: in the schema */
    size_t len;
    bool small;       /* `value` is it */
    int64_t value;
};

/* True and *value if the number is written as at most 17 digits and a sign. */
bool bound_small(const char *text, size_t len, int64_t *value);

/* Less than, equal to or greater than 0 as a number is to the bound. */
int bound_compare(const char *text, size_t len, const struct bound *b);

/* As decimal_multiple_of(). */
int bound_divides(const char *text, size_t len, const struct bound *b);

#endif
