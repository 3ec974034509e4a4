#include "config.h"

#include "rng.h"

#include <sodium.h>
#include <string.h>

#include "buf.h"
#include "digest.h"

void rng_setup(void)
{
    if (sodium_init() < 0)
        return; /* the portable code serves then */
}

static void add_netstring(struct buf *b, const char *part)
{
    size_t len = strlen(part);
    buf_put_u64(b, len);
    buf_putc(b, ':');
    buf_add(b, part, len);
    buf_putc(b, ',');
}

void rng_key(const char *const *parts, size_t count, unsigned char key[32])
{
    struct buf text = BUF_EMPTY;
    add_netstring(&text, "palimpsest");
    for (size_t i = 0; i < count; i++)
        add_netstring(&text, parts[i]);
    digest_bytes(text.data, text.len, key);
    buf_release(&text);
}

void rng_init(struct rng *r, const char *const *parts, size_t count)
{
    rng_key(parts, count, r->key);
    r->used = RNG_WORDS;
    r->block = 0;
}

static void refill(struct rng *r)
{
    static const unsigned char nonce[crypto_stream_chacha20_ietf_NONCEBYTES];
    unsigned char *bytes = (unsigned char *)r->words;
    memset(bytes, 0, sizeof r->words);
    crypto_stream_chacha20_ietf_xor_ic(bytes, bytes, sizeof r->words, nonce,
                                       r->block, r->key);
    r->block += sizeof r->words / 64;
    r->used = 0;
}

void rng_seek(struct rng *r, uint64_t word)
{
    r->block = (uint32_t)(word / RNG_WORDS * (sizeof r->words / 64));
    refill(r);
    r->used = (uint32_t)(word % RNG_WORDS);
}

uint64_t rng_u64(struct rng *r)
{
    if (r->used == RNG_WORDS)
        refill(r);
    const unsigned char *p = (const unsigned char *)&r->words[r->used++];
    return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
           (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 |
           (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

uint64_t rng_below(struct rng *r, uint64_t n)
{
    unsigned __int128 product = (unsigned __int128)rng_u64(r) * n;
    if ((uint64_t)product < n) {
        uint64_t least = -n % n;
        while ((uint64_t)product < least)
            product = (unsigned __int128)rng_u64(r) * n;
    }
    return (uint64_t)(product >> 64);
}

void rng_shuffle(struct rng *r, uint32_t *items, size_t count)
{
    for (size_t left = count; left > 1; left--) {
        size_t pick = (size_t)rng_below(r, left);
        uint32_t swap = items[left - 1];
        items[left - 1] = items[pick];
        items[pick] = swap;
    }
}
