/* The longest common subsequence by bits against that by the table, on random
 * lists of few and many kinds of tokens, within a block of 64 and across. */
#include "config.h"

#include "text/lcs.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "tap.h"
#include "text/lcs_plain.h"

#define KINDS 300 /* of tokens, at most */

/* A generator good enough for lists: the same numbers every time. */
static uint32_t draw(uint64_t *state, uint32_t below)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33) % below;
}

static uint32_t *random_list(uint64_t *state, size_t count, uint32_t kinds)
{
    uint32_t *ids = xmalloc(count + 1, sizeof *ids);
    for (size_t i = 0; i < count; i++)
        ids[i] = draw(state, kinds);
    return ids;
}

/* Whether length and marks of two lists are those of the table. */
static bool agree(struct lcs *l, struct lcs_list a, struct lcs_list b)
{
    unsigned char *one = xcalloc(a.count + 1, 1);
    unsigned char *two = xcalloc(a.count + 1, 1);
    lcs_mark(l, a, b, KINDS, one);
    lcs_plain_mark(a, b, two);
    bool good = memcmp(one, two, a.count + 1) == 0 &&
                lcs_length(l, a, b, KINDS) == lcs_plain_length(a, b);
    free(one);
    free(two);
    return good;
}

static bool agree_at(struct lcs *l, uint64_t *state, size_t a, size_t b,
                     uint32_t kinds)
{
    uint32_t *x = random_list(state, a, kinds);
    uint32_t *y = random_list(state, b, kinds);
    bool good = agree(l, (struct lcs_list){x, a}, (struct lcs_list){y, b});
    free(x);
    free(y);
    return good;
}

static void sizes(struct lcs *l, uint64_t *state)
{
    static const size_t edges[] = {0, 1, 2, 63, 64, 65, 127, 128, 129, 320};
    bool good = true;
    for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++)
        for (size_t j = 0; j < sizeof edges / sizeof edges[0]; j++)
            for (uint32_t kinds = 1; kinds <= KINDS; kinds *= 5)
                good = good && agree_at(l, state, edges[i], edges[j], kinds);
    tap_ok(good, "lists around the ends of blocks give what the table gives");
}

static void random_sizes(struct lcs *l, uint64_t *state)
{
    bool good = true;
    for (int i = 0; i < 400 && good; i++) {
        size_t a = draw(state, 400), b = draw(state, 400);
        good = agree_at(l, state, a, b, 1 + draw(state, KINDS));
    }
    tap_ok(good, "so do 400 pairs of lists of any size");
}

/* More blocks than a group has several times over. */
static void long_lists(struct lcs *l, uint64_t *state)
{
    tap_ok(agree_at(l, state, 2000, 1500, 4) &&
               agree_at(l, state, 1500, 2100, 60),
           "so do lists of 24 and 32 blocks");
}

int main(void)
{
    struct lcs l = {0};
    uint64_t state = 42;
    sizes(&l, &state);
    random_sizes(&l, &state);
    long_lists(&l, &state);
    lcs_release(&l);
    return tap_done();
}
