/* The order of a stratified split. Person r (from 1) of a stratum of `size`
 * stands at (2r - 1) / (2 size) of the way; all people are ordered by that, and
 * where it is the same by the order they had. So the first k of them hold of
 * each stratum its share of k, within one person or so, whatever k is.
 *
 * No fraction is ever rounded in a way that matters. Two different ones of
 * strata of sizes s and t, s + t <= n < 2^32, are at least 1 / (2 s t) apart,
 * which is 2 / n^2 or more, above 2^-63; two of the same stratum 1 / s. Times
 * 2^64 they are more than 1 apart, so that their whole parts are different and
 * in the same order, and equal only for equal fractions. */
#ifndef INTERLEAVE_H
#define INTERLEAVE_H

#include <stddef.h>
#include <stdint.h>

/* floor((2r - 1) / (2 size) * 2^64), where 1 <= r <= size < 2^32. */
uint64_t interleave_place(uint32_t r, uint32_t size);

/* Orders `order`, `count` indices below 2^32 by some key, anew. The person of
 * index i is in stratum strata[i], below `strata_count`. Takes 8 bytes a person
 * and 24 a stratum while it runs. */
void interleave(uint32_t *order, size_t count, const uint16_t *strata,
                size_t strata_count);

#endif
