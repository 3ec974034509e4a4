/* A keyed permutation of 0..n-1 and its inverse, in O(1) memory: a Feistel
 * network of PERM_ROUNDS rounds on the least even number of bits, two or more,
 * that holds n, walked until the result is below n (Black and Rogaway,
 * "Ciphers with Arbitrary Finite Domains", 2002). The round function is the
 * finaliser of splitmix64 (Steele, Lea, Flood 2014) over half, round and key. */
#ifndef PERM_H
#define PERM_H

#include <stdint.h>

#define PERM_ROUNDS 6
#define PERM_LIST 256 /* most indices of perm_list */

struct perm {
    uint64_t n;                 /* size of the domain, 1 .. 2^62 */
    uint64_t mask;              /* low half-width bits */
    unsigned half;              /* bits in a half */
    uint64_t keys[PERM_ROUNDS]; /* one a round */
};

/* The stated mixer: z += 0x9e3779b97f4a7c15 and splitmix64's finaliser. */
uint64_t perm_mix(uint64_t z);

void perm_init(struct perm *p, uint64_t n, uint64_t key);

/* Where every index goes, `n` of them, at most PERM_LIST: faster than one by
 * one. */
void perm_list(const struct perm *p, uint8_t *list);

/* Where `index` (below n) goes, and which index goes there: each undoes the
 * other. */
uint64_t perm_apply(const struct perm *p, uint64_t index);
uint64_t perm_invert(const struct perm *p, uint64_t index);

#endif
