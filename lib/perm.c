#include "config.h"

#include "perm.h"

#define PERM_LIST_HALF 16 /* values of a half, where PERM_LIST is the whole */

uint64_t perm_mix(uint64_t z)
{
    z += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

void perm_init(struct perm *p, uint64_t n, uint64_t key)
{
    unsigned half = 1;
    while (half < 31 && (uint64_t)1 << (2 * half) < n)
        half++;
    p->n = n;
    p->half = half;
    p->mask = ((uint64_t)1 << half) - 1;
    for (unsigned i = 0; i < PERM_ROUNDS; i++)
        p->keys[i] = perm_mix(key + i);
}

uint64_t perm_apply(const struct perm *p, uint64_t index)
{
    do {
        uint64_t left = index >> p->half;
        uint64_t right = index & p->mask;
        for (int i = 0; i < PERM_ROUNDS; i++) {
            uint64_t next = left ^ (perm_mix(right ^ p->keys[i]) & p->mask);
            left = right;
            right = next;
        }
        index = left << p->half | right;
    } while (index >= p->n);
    return index;
}

/* A half has 16 values at most, so the rounds' functions are tables. */
void perm_list(const struct perm *p, uint8_t *list)
{
    uint8_t mixed[PERM_ROUNDS][PERM_LIST_HALF], steps[PERM_LIST];
    for (int r = 0; r < PERM_ROUNDS; r++)
        for (uint64_t half = 0; half <= p->mask; half++)
            mixed[r][half] = (uint8_t)(perm_mix(half ^ p->keys[r]) & p->mask);
    for (unsigned i = 0; i <= (p->mask << p->half | p->mask); i++) {
        unsigned left = i >> p->half, right = i & (unsigned)p->mask;
        for (int r = 0; r < PERM_ROUNDS; r++) {
            unsigned next = left ^ mixed[r][right];
            left = right;
            right = next;
        }
        steps[i] = (uint8_t)(left << p->half | right);
    }
    for (uint64_t i = 0; i < p->n; i++) {
        list[i] = steps[i];
        while (list[i] >= p->n)
            list[i] = steps[list[i]];
    }
}

uint64_t perm_invert(const struct perm *p, uint64_t index)
{
    do {
        uint64_t left = index >> p->half;
        uint64_t right = index & p->mask;
        for (int i = PERM_ROUNDS - 1; i >= 0; i--) {
            uint64_t next = right ^ (perm_mix(left ^ p->keys[i]) & p->mask);
            right = left;
            left = next;
        }
        index = left << p->half | right;
    } while (index >= p->n);
    return index;
}
