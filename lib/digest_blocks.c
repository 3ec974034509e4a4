#include "config.h"

#include "digest_blocks.h"

#if defined __x86_64__

#include <cpuid.h>
#include <immintrin.h>
#include <stdalign.h>
#include <stdatomic.h>
#include <stdbool.h>

#define WITH_SHA __attribute__((target("sha,sse4.1")))
#define SHA_BIT (1u << 29) /* of EBX of leaf 7 */

/* FIPS 180-4, 4.2.2. */
static const alignas(16) uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
    0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
    0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
    0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/* The working variables as the instructions take them, the last named lowest.
 */
struct halves {
    __m128i abef, cdgh;
};

/* Four rounds with the words of `w`, which are then those of 16 rounds later;
 * the others are the twelve words behind them. */
static inline WITH_SHA void rounds(struct halves *h, __m128i *w, __m128i w4,
                                   __m128i w8, __m128i w12,
                                   const uint32_t *constant)
{
    __m128i sum = _mm_add_epi32(
        *w, _mm_load_si128((const __m128i *)(const void *)constant));
    h->cdgh = _mm_sha256rnds2_epu32(h->cdgh, h->abef, sum);
    h->abef = _mm_sha256rnds2_epu32(h->abef, h->cdgh,
                                    _mm_shuffle_epi32(sum, 0x0e));
    __m128i next = _mm_add_epi32(_mm_sha256msg1_epu32(*w, w4),
                                 _mm_alignr_epi8(w12, w8, 4));
    *w = _mm_sha256msg2_epu32(next, w12);
}

/* Four words, which are big-endian. */
static inline WITH_SHA __m128i words(const unsigned char *bytes)
{
    const __m128i order =
        _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    return _mm_shuffle_epi8(
        _mm_loadu_si128((const __m128i *)(const void *)bytes), order);
}

static inline WITH_SHA void take_block(struct halves *h,
                                       const unsigned char *block)
{
    struct halves before = *h;
    __m128i a = words(block), b = words(block + 16), c = words(block + 32),
            d = words(block + 48);
    for (size_t i = 0; i < 64; i += 16) {
        rounds(h, &a, b, c, d, constants + i);
        rounds(h, &b, c, d, a, constants + i + 4);
        rounds(h, &c, d, a, b, constants + i + 8);
        rounds(h, &d, a, b, c, constants + i + 12);
    }
    h->abef = _mm_add_epi32(h->abef, before.abef);
    h->cdgh = _mm_add_epi32(h->cdgh, before.cdgh);
}

static WITH_SHA void take_blocks(uint32_t state[8], const unsigned char *bytes,
                                 size_t count)
{
    __m128i *at = (__m128i *)(void *)state;
    __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128(at), 0xb1);
    __m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128(at + 1), 0x1b);
    struct halves h = {_mm_alignr_epi8(badc, hgfe, 8),
                       _mm_blend_epi16(hgfe, badc, 0xf0)};
    for (size_t i = 0; i < count; i++)
        take_block(&h, bytes + i * DIGEST_BLOCK);
    __m128i feba = _mm_shuffle_epi32(h.abef, 0x1b);
    __m128i dchg = _mm_shuffle_epi32(h.cdgh, 0xb1);
    _mm_storeu_si128(at, _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128(at + 1, _mm_alignr_epi8(dchg, feba, 8));
}

/* Whether the processor has the instructions; asked once, for a virtual one
 * may take long to answer. */
static bool has_sha(void)
{
    static atomic_int known; /* 0 for not yet, 1 for no, 2 for yes */
    int answer = atomic_load_explicit(&known, memory_order_relaxed);
    if (answer == 0) {
        unsigned a, b = 0, c, d;
        answer = __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & SHA_BIT) != 0
                     ? 2
                     : 1;
        atomic_store_explicit(&known, answer, memory_order_relaxed);
    }
    return answer == 2;
}

size_t digest_blocks(uint32_t state[8], const unsigned char *bytes, size_t len)
{
    size_t count = len / DIGEST_BLOCK;
    if (count == 0 || !has_sha())
        return 0;
    take_blocks(state, bytes, count);
    return count * DIGEST_BLOCK;
}

#else

size_t digest_blocks(uint32_t state[8], const unsigned char *bytes, size_t len)
{
    (void)state;
    (void)bytes;
    (void)len;
    return 0;
}

#endif
