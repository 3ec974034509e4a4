#include "config.h"

#include "schema/decimal_parts.h"

#include "schema/ascii.h"

/* The whole number and the fraction: finds the digits and the point's place. */
static const char *read_digits(struct decimal *d, const char *at,
                               const char *end)
{
    int64_t before = 0, place = 0, last = 0; /* digits so far */
    bool point = false;
    for (; at < end && (*at == '.' || ascii_is_digit(*at)); at++) {
        if (*at == '.') {
            point = true;
            continue;
        }
        place++;
        before += !point;
        if (*at == '0')
            continue;
        if (d->count == 0) {
            d->digits = at;
            d->lead = -(place - 1); /* and the digits before the point */
            d->count = 1;
        }
        last = place;
    }
    if (d->count > 0) {
        d->count = (size_t)(last + d->lead);
        d->lead += before;
    }
    return at;
}

void decimal_read(struct decimal *d, const char *text, size_t len)
{
    const char *at = text, *end = text + len;
    *d = (struct decimal){0};
    if (at < end && *at == '-') {
        d->negative = true;
        at++;
    }
    at = read_digits(d, at, end);
    if (at < end)
        at++; /* 'e' */
    if (at < end && (*at == '-' || *at == '+'))
        d->below = *at++ == '-';
    while (at < end && *at == '0')
        at++;
    d->exponent = at;
    d->exponent_len = (size_t)(end - at);
}

/* The digit of an exponent that is worth ten to the power of `place`. */
static int64_t digit_at(const struct decimal *d, size_t place)
{
    if (place >= d->exponent_len)
        return 0;
    int64_t digit = d->exponent[d->exponent_len - 1 - place] - '0';
    return d->below ? -digit : digit;
}

/* Once the digits read make a difference of more than 2, no digits to come
 * turn its sign. */
int64_t decimal_exponents(const struct decimal *a, const struct decimal *b)
{
    static const int64_t far = (int64_t)1 << 56;
    size_t place =
        a->exponent_len > b->exponent_len ? a->exponent_len : b->exponent_len;
    int64_t sum = 0;
    while (place-- > 0) {
        sum = sum * 10 + digit_at(a, place) - digit_at(b, place);
        if (sum >= far || sum <= -far)
            return sum > 0 ? 10 * far : -10 * far;
    }
    return sum;
}

const char *decimal_next(const char *digit)
{
    return digit[1] == '.' ? digit + 2 : digit + 1;
}
