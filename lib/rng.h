/* Random numbers that are a function of their key alone: the ChaCha20 stream
 * (RFC 8439, counter 0, nonce 0) under key = SHA-256 of netstrings
 * "10:palimpsest,LEN:part,LEN:part,...". Read as little-endian 64-bit words.
 * The state is a parameter; nothing is shared, nothing is freed. */
#ifndef RNG_H
#define RNG_H

#include <stddef.h>
#include <stdint.h>

#define RNG_WORDS 64 /* words made at a time */

struct rng {
    unsigned char key[32];
    uint64_t words[RNG_WORDS]; /* the next part of the stream */
    uint32_t used;             /* words taken of it, 0..RNG_WORDS */
    uint32_t block;            /* ChaCha20 block counter of the next part */
};

/* Lets libsodium pick the fastest code for this processor; called once, before
 * any other function. The stream is the same without it. */
void rng_setup(void);

/* The key of `count` parts (NUL-ended strings). */
void rng_key(const char *const *parts, size_t count, unsigned char key[32]);

/* Starts the stream of these parts. */
void rng_init(struct rng *r, const char *const *parts, size_t count);

/* Goes to a word of the stream, the first being 0, in constant time. */
void rng_seek(struct rng *r, uint64_t word);

/* The next 64 bits. */
uint64_t rng_u64(struct rng *r);

/* Uniform in 0..n-1, n >= 1, without bias: the high half of word * n, words
 * whose low half is under 2^64 mod n dropped (Lemire, arXiv 1805.10941). */
uint64_t rng_below(struct rng *r, uint64_t n);

/* Shuffles `count` indices in place (Fisher-Yates, from the end). */
void rng_shuffle(struct rng *r, uint32_t *items, size_t count);

#endif
