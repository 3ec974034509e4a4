#include "config.h"

#include "schema/decimal.h"
#include "schema/decimal_parts.h"

#define LIMB_DIGITS 18
static const uint64_t limb_base = 1000000000000000000;

/* Room for a number ten times a divisor, the lowest limb first. */
#define LIMBS (DECIMAL_DIVISOR / LIMB_DIGITS + 2)

struct whole {
    uint64_t limbs[LIMBS];
    size_t count; /* of limbs in use, the same for all in a division */
};

/* w = 10 w + digit */
static void whole_push(struct whole *w, unsigned digit)
{
    uint64_t carry = digit;
    for (size_t i = 0; i < w->count; i++) {
        uint64_t limb = w->limbs[i] * 10 + carry;
        carry = limb / limb_base;
        w->limbs[i] = limb % limb_base;
    }
}

static bool whole_less(const struct whole *a, const struct whole *b)
{
    for (size_t i = a->count; i-- > 0;)
        if (a->limbs[i] != b->limbs[i])
            return a->limbs[i] < b->limbs[i];
    return false;
}

/* a = a - b, which is not more than a */
static void whole_subtract(struct whole *a, const struct whole *b)
{
    uint64_t borrow = 0;
    for (size_t i = 0; i < a->count; i++) {
        uint64_t take = b->limbs[i] + borrow;
        borrow = a->limbs[i] < take;
        a->limbs[i] += (borrow ? limb_base : 0) - take;
    }
}

static bool whole_is_zero(const struct whole *w)
{
    for (size_t i = 0; i < w->count; i++)
        if (w->limbs[i] != 0)
            return false;
    return true;
}

/* A divisor, and twice, four and eight times it. */
struct divisor {
    struct whole times[4];
};

static void divisor_read(struct divisor *by, const struct decimal *d)
{
    struct whole *one = &by->times[0];
    *one = (struct whole){.count = d->count / LIMB_DIGITS + 2};
    const char *digit = d->digits;
    for (size_t i = 0; i < d->count; i++) {
        digit = i > 0 ? decimal_next(digit) : digit;
        whole_push(one, (unsigned)(*digit - '0'));
    }
    for (size_t i = 1; i < 4; i++) {
        struct whole *twice = &by->times[i];
        const struct whole *half = &by->times[i - 1];
        uint64_t carry = 0;
        twice->count = half->count;
        for (size_t k = 0; k < half->count; k++) {
            uint64_t limb = half->limbs[k] * 2 + carry;
            carry = limb / limb_base;
            twice->limbs[k] = limb % limb_base;
        }
    }
}

/* The remainder of ten times what was left before and a digit. */
static void divisor_push(const struct divisor *by, struct whole *left,
                         unsigned digit)
{
    whole_push(left, digit);
    for (size_t i = 4; i-- > 0;)
        if (!whole_less(left, &by->times[i]))
            whole_subtract(left, &by->times[i]);
}

/* a = A * 10^x and b = B * 10^y with A and B whole, neither a multiple of 10.
 * Where x < y, A would have to be one. Else B must divide A * 10^(x-y); beyond
 * 4 zeros a digit of B more of them add no factor that B has, since 2^n with n
 * more than 4 times its digits is greater than B. */
int decimal_multiple_of(const char *a, size_t alen, const char *b, size_t blen)
{
    struct decimal x, y;
    decimal_read(&x, a, alen);
    decimal_read(&y, b, blen);
    if (y.count > DECIMAL_DIVISOR)
        return -1;
    if (x.count == 0 || y.count == 0)
        return y.count != 0;
    int64_t zeros = decimal_exponents(&x, &y) + x.lead - y.lead -
                    (int64_t)x.count + (int64_t)y.count;
    if (zeros < 0)
        return 0;
    struct divisor by;
    divisor_read(&by, &y);
    struct whole left = {.count = by.times[0].count};
    const char *digit = x.digits;
    for (size_t i = 0; i < x.count; i++) {
        digit = i > 0 ? decimal_next(digit) : digit;
        divisor_push(&by, &left, (unsigned)(*digit - '0'));
    }
    for (int64_t i = 0; i < zeros && i < 4 * (int64_t)y.count; i++)
        divisor_push(&by, &left, 0);
    return whole_is_zero(&left);
}
