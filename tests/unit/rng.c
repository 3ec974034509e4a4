#include "config.h"

#include "rng.h"

#include <string.h>

#include "digest.h"
#include "tap.h"

/* Made with programs that are not ours:
 *   K=$(printf '10:palimpsest,4:demo,1:7,' | sha256sum | cut -c1-64)
 *   head -c 4096 /dev/zero | openssl enc -chacha20 -K $K \
 *       -iv 00000000000000000000000000000000 | od -An -v -tx8 -w8 */
static void known_answers(void)
{
    const char *const parts[] = {"demo", "7"};
    unsigned char key[32];
    char hex[DIGEST_HEX + 1];
    rng_key(parts, 2, key);
    digest_to_hex(key, hex);
    tap_same(hex, DIGEST_HEX,
             "a1951cb2b48b26f52929da6982c5920814103a742cd4e74408cccb391c9c8b0c",
             "the key is the digest of the parts' netstrings");
    struct rng r;
    rng_init(&r, parts, 2);
    tap_ok(rng_u64(&r) == UINT64_C(0x4c3a4185b79b70f4),
           "the first word is the stream's, little-endian");
    for (int i = 1; i < 510; i++)
        rng_u64(&r);
    tap_ok(rng_u64(&r) == UINT64_C(0x041b8f503d3df72e) &&
               rng_u64(&r) == UINT64_C(0x08b4604ed18c0c9e),
           "words 511 and 512 are, too: blocks follow one another");
    rng_seek(&r, 511);
    tap_ok(rng_u64(&r) == UINT64_C(0x08b4604ed18c0c9e),
           "a word is found by its place");
    rng_seek(&r, 0);
    tap_ok(rng_u64(&r) == UINT64_C(0x4c3a4185b79b70f4), "the first one, too");
}

static void keys_differ(void)
{
    const char *const joined[] = {"ab", "c"}, *const other[] = {"a", "bc"};
    unsigned char one[32], two[32];
    rng_key(joined, 2, one);
    rng_key(other, 2, two);
    tap_ok(memcmp(one, two, 32) != 0, "where parts are cut matters");
    rng_key(joined, 1, two);
    tap_ok(memcmp(one, two, 32) != 0, "how many there are matters");
}

/* Chi-square of 10^5 draws among 10: 99.9 % of fair ones lie below 27.9. */
static void fair(void)
{
    const char *const parts[] = {"fair"};
    unsigned count[10] = {0};
    struct rng r;
    rng_init(&r, parts, 1);
    for (int i = 0; i < 100000; i++)
        count[rng_below(&r, 10)]++;
    double chi = 0;
    for (int i = 0; i < 10; i++)
        chi += (count[i] - 1e4) * (count[i] - 1e4) / 1e4;
    tap_ok(chi < 27.9, "draws below 10 are even (chi-square %.1f)", chi);
    tap_ok(rng_below(&r, 1) == 0, "a draw below 1 is 0");
    bool below = true;
    uint64_t n = (UINT64_C(1) << 63) + 1;
    for (int i = 0; i < 1000; i++)
        below = below && rng_below(&r, n) < n;
    tap_ok(below, "draws below 2^63 + 1 are below it");
}

static void shuffles(void)
{
    const char *const parts[] = {"shuffle"};
    uint32_t items[100];
    unsigned seen[100] = {0}, moved = 0;
    struct rng r;
    rng_init(&r, parts, 1);
    for (uint32_t i = 0; i < 100; i++)
        items[i] = i;
    rng_shuffle(&r, items, 100);
    bool once = true;
    for (uint32_t i = 0; i < 100; i++) {
        once = once && items[i] < 100 && seen[items[i]]++ == 0;
        moved += items[i] != i;
    }
    tap_ok(once, "a shuffle keeps each item once");
    tap_ok(moved > 90, "and moves nearly all of them (%u of 100)", moved);
    uint32_t first = items[0];
    rng_shuffle(&r, items, 0);
    rng_shuffle(&r, items, 1);
    tap_ok(items[0] == first, "a shuffle of none or one changes nothing");
}

int main(void)
{
    known_answers();
    keys_differ();
    fair();
    shuffles();
    return tap_done();
}
