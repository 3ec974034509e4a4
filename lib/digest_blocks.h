/* Whole blocks of SHA-256 by the instructions that processors have for it: five
 * times as fast as without. Where there are none, it is libsodium's work. */
#ifndef DIGEST_BLOCKS_H
#define DIGEST_BLOCKS_H

#include <stddef.h>
#include <stdint.h>

#define DIGEST_BLOCK 64 /* bytes */

/* Takes the whole blocks at the front of `len` bytes into a state (FIPS 180-4,
 * 6.2.2: H0 to H7). Returns how many bytes were taken: none where the processor
 * has no such instructions. */
size_t digest_blocks(uint32_t state[8], const unsigned char *bytes, size_t len);

#endif
