#include "config.h"

#include "rank.h"

#include <stdlib.h>

#include "alloc.h"
#include "perm.h"
#include "tap.h"

/* True if `count` entries with keys cut to `bits` bits come out in order, each
 * index once and with its own key. */
static bool orders(size_t count, unsigned bits)
{
    struct rank_entry *e = xmalloc(count + 1, sizeof *e);
    unsigned char *seen = xcalloc(count + 1, 1);
    uint64_t mask = bits == 0 ? 0 : UINT64_MAX << (64 - bits);
    for (size_t i = 0; i < count; i++)
        e[i] = (struct rank_entry){.key = perm_mix(i) & mask,
                                    .index = (uint32_t)i};
    rank_order(e, count);
    bool good = true;
    for (size_t i = 0; i < count && good; i++) {
        good = e[i].index < count && !seen[e[i].index] &&
               e[i].key == (perm_mix(e[i].index) & mask);
        if (good)
            seen[e[i].index] = 1;
        if (i > 0 && e[i].key == e[i - 1].key)
            good = good && e[i].index > e[i - 1].index;
        else if (i > 0)
            good = good && e[i].key > e[i - 1].key;
    }
    free(seen);
    free(e);
    return good;
}

int main(void)
{
    static const unsigned char digest[8] = {1, 2, 3, 4, 5, 6, 7, 8};
    tap_ok(rank_key(digest) == 0x0102030405060708u,
           "a key is the digest's start, its first byte the highest");
    bool good = true;
    for (size_t count = 0; count < 300 && good; count++)
        good = orders(count, 64);
    tap_ok(good, "up to 300 entries are put in order");
    tap_ok(orders(100000, 64), "100,000 entries are put in order");
    tap_ok(orders(10000, 8), "keys of 8 bits tie, and go by their place");
    tap_ok(orders(10000, 1), "keys of 1 bit do, too");
    tap_ok(orders(10000, 0), "and keys that are all the same");
    return tap_done();
}
