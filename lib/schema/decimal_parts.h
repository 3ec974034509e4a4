/* A decimal taken apart, for what compares and divides them (decimal.h). It
 * points into the text. */
#ifndef SCHEMA_DECIMAL_PARTS_H
#define SCHEMA_DECIMAL_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* 0.DDD times ten to the power of lead + exponent, where DDD are the digits
 * from the first to the last that is not 0. */
struct decimal {
    bool negative;
    const char *digits;   /* where the first of them stands */
    size_t count;         /* of them, a point among them left out; 0 for zero */
    int64_t lead;         /* digits before the point; negative: zeros behind */
    bool below;           /* the exponent is negative */
    const char *exponent; /* its digits without zeros before them */
    size_t exponent_len;
};

void decimal_read(struct decimal *d, const char *text, size_t len);

/* The digit behind one that is not the last. */
const char *decimal_next(const char *digit);

/* The exponent of `a` less that of `b`, or if that is beyond 2^56 a number
 * beyond any count of digits. */
int64_t decimal_exponents(const struct decimal *a, const struct decimal *b);

#endif
