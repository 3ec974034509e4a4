#include "config.h"

#include "identity.h"

#include <stdio.h>

#include "perm.h"
#include "rng.h"

/* The product in GF(8) = GF(2)[x] / (x^3 + x + 1). */
static unsigned multiply(unsigned a, unsigned b)
{
    unsigned product = 0;
    for (unsigned bit = 0; bit < 3; bit++)
        if ((b >> bit & 1) != 0)
            product ^= a << bit;
    for (unsigned bit = 4; bit >= 3; bit--)
        if ((product >> bit & 1) != 0)
            product ^= 0xbu << (bit - 3);
    return product;
}

/* Symbol `at` of the codeword of a message of three symbols: the polynomial
 * with these coefficients at the field's element at + 1. Two polynomials of
 * degree 2 agree in at most two places. */
static unsigned code_symbol(unsigned message, unsigned at)
{
    unsigned x = at + 1;
    unsigned value = message >> 6 & 7;
    value = multiply(value, x) ^ (message >> 3 & 7);
    return multiply(value, x) ^ (message & 7);
}

/* The level, 0..7, at which an axis stands for each symbol: an order, found by
 * search, that keeps codewords apart not by how many of their symbols differ
 * only but by how much, on each axis as far as a net sees it: of pairs whose
 * squared distance, so weighted, is below a mean of 1.5 steps an axis there
 * are a ninth of those that plain symbols have. */
static const unsigned char levels[IDENTITY_CODE][8] = {
    {0, 5, 4, 1, 6, 3, 2, 7}, {4, 1, 7, 3, 6, 2, 5, 0},
    {5, 2, 6, 1, 4, 3, 7, 0}, {5, 6, 1, 2, 4, 7, 0, 3},
    {1, 7, 6, 0, 4, 2, 3, 5}, {0, 1, 7, 6, 5, 4, 2, 3},
    {0, 2, 4, 6, 1, 7, 5, 3},
};

/* Uniform in -1 .. 1, in steps of 2^-20. */
static float draw_share(struct rng *r)
{
    return (float)(int32_t)(rng_u64(r) >> 43) * (1.0f / 1048576) - 1;
}

void identity_draw(struct identity *who, const char *seed, uint64_t index)
{
    char number[24];
    snprintf(number, sizeof number, "%llu", (unsigned long long)index);
    const char *const people[] = {"portrait code", seed};
    const char *const person[] = {"portrait", seed, number};
    struct rng r;
    struct perm order;
    rng_init(&r, people, 2);
    perm_init(&order, IDENTITY_BLOCK, rng_u64(&r));
    unsigned message =
        (unsigned)perm_apply(&order, (index - 1) % IDENTITY_BLOCK);
    rng_init(&r, person, 3);
    who->salt = (uint32_t)rng_u64(&r);
    for (unsigned i = 0; i < AXES; i++) {
        float share = draw_share(&r);
        if (i < IDENTITY_CODE) /* inside one of eight steps of 1/4 */
            share = -0.875f +
                    0.25f * (float)levels[i][code_symbol(message, i)] +
                    0.1f * share;
        who->axis[i] = share;
    }
}
