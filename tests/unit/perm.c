#include "config.h"

#include "perm.h"

#include <stdlib.h>

#include "alloc.h"
#include "tap.h"

/* True if 0..n-1 is mapped onto itself one to one, and back. */
static bool permutes(uint64_t n, uint64_t key)
{
    struct perm p;
    perm_init(&p, n, key);
    unsigned char *seen = xcalloc(n, 1);
    bool good = true;
    for (uint64_t i = 0; i < n && good; i++) {
        uint64_t to = perm_apply(&p, i);
        good = to < n && !seen[to] && perm_invert(&p, to) == i;
        if (to < n)
            seen[to] = 1;
    }
    free(seen);
    return good;
}

static void sizes(void)
{
    bool good = true;
    for (uint64_t n = 1; n <= 1100 && good; n++)
        good = permutes(n, n * 77);
    tap_ok(good, "every size up to 1100 is permuted and inverted");
    tap_ok(permutes(65536, 1) && permutes(65537, 1),
           "so are a power of four and the size behind it");
    tap_ok(permutes(300000, 0), "so are 300,000");
}

static void lists(void)
{
    bool good = true;
    for (uint64_t n = 1; n <= PERM_LIST && good; n++) {
        struct perm p;
        uint8_t list[PERM_LIST];
        perm_init(&p, n, n * 77);
        perm_list(&p, list);
        for (uint64_t i = 0; i < n; i++)
            good = good && list[i] == perm_apply(&p, i);
    }
    tap_ok(good, "a list says what is said one by one, up to its longest");
}

static void large(void)
{
    uint64_t n = (uint64_t)1 << 62;
    struct perm p;
    bool good = true;
    perm_init(&p, n, 42);
    for (uint64_t i = 0; i < 10000; i++) {
        uint64_t index = n - 1 - i * 0x1234567u;
        uint64_t to = perm_apply(&p, index);
        good = good && to < n && perm_invert(&p, to) == index;
    }
    tap_ok(good, "the largest size is inverted where it was tried");
}

/* How many of 100 stay in place under two keys: about one is to be expected. */
static void keys(void)
{
    struct perm a, b;
    unsigned fixed = 0, same = 0;
    perm_init(&a, 10000, 1);
    perm_init(&b, 10000, 2);
    for (uint64_t i = 0; i < 10000; i++) {
        fixed += perm_apply(&a, i) == i;
        same += perm_apply(&a, i) == perm_apply(&b, i);
    }
    tap_ok(fixed < 8, "hardly anything stays where it was (%u)", fixed);
    tap_ok(same < 8, "two keys agree hardly anywhere (%u)", same);
}

int main(void)
{
    sizes();
    lists();
    large();
    keys();
    tap_ok(perm_mix(0) == 0xe220a8397b1dcdafu,
           "the mixer is splitmix64: its first output from state 0");
    return tap_done();
}
