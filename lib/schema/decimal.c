#include "config.h"

#include "schema/decimal.h"

#include "schema/decimal_parts.h"

/* Compares digits as fractions: 0.DDD. */
static int compare_digits(const struct decimal *a, const struct decimal *b)
{
    const char *x = a->digits, *y = b->digits;
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        if (i > 0) {
            x = decimal_next(x);
            y = decimal_next(y);
        }
        if (*x != *y)
            return *x - *y;
    }
    return (a->count > b->count) - (a->count < b->count);
}

/* -1, 0 or 1. */
static int sign(const struct decimal *d)
{
    return d->count == 0 ? 0 : d->negative ? -1 : 1;
}

int decimal_compare(const char *a, size_t alen, const char *b, size_t blen)
{
    struct decimal x, y;
    decimal_read(&x, a, alen);
    decimal_read(&y, b, blen);
    if (sign(&x) != sign(&y) || sign(&x) == 0)
        return sign(&x) - sign(&y);
    int64_t power = decimal_exponents(&x, &y) + x.lead - y.lead;
    int size = power != 0 ? (power > 0 ? 1 : -1) : compare_digits(&x, &y);
    return sign(&x) * size;
}

bool decimal_is_integer(const char *a, size_t len)
{
    struct decimal d, one;
    decimal_read(&d, a, len);
    decimal_read(&one, "1", 1);
    return d.count == 0 ||
           decimal_exponents(&d, &one) + d.lead >= (int64_t)d.count;
}

uint64_t decimal_hash(const char *a, size_t len)
{
    static const uint64_t prime = 0x100000001b3; /* FNV-1a */
    struct decimal d;
    decimal_read(&d, a, len);
    if (d.count == 0)
        return 0;
    uint64_t power = 0; /* equal powers are equal modulo 2^64 */
    for (size_t i = 0; i < d.exponent_len; i++)
        power = power * 10 + (uint64_t)(d.exponent[i] - '0');
    power = (d.below ? 0 - power : power) + (uint64_t)d.lead;
    uint64_t hash = (0xcbf29ce484222325 ^ d.negative) * prime;
    hash = (hash ^ power) * prime;
    const char *digit = d.digits;
    for (size_t i = 0; i < d.count; i++) {
        digit = i > 0 ? decimal_next(digit) : digit;
        hash = (hash ^ (unsigned char)*digit) * prime;
    }
    return hash ^ hash >> 32;
}
