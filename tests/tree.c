/* What lib/merkle makes of a tree whose leaf i is the text "leaf i", for
 * tests/peers/tlog.t to compare with another program:
 *
 *   tree roots N           the roots of the first 0..N leaves
 *   tree inclusion N       the inclusion proofs of all leaves of N
 *   tree consistency N     the consistency proofs of 1..N in N
 *   tree bits N            how many of all those proofs still verify when any
 *                          one bit of them is changed: 0
 *
 * A line a root or proof, hashes in hexadecimal. */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "merkle.h"
#include "num.h"

#define LEAVES 1000000 /* at most */

typedef unsigned char hash[DIGEST_BYTES];

/* The complete subtrees of a tree, by level. */
struct tree {
    uint64_t size;
    hash *levels[MERKLE_LEVELS];
    hash root;
};

static void leaf_hash(uint64_t i, hash out)
{
    char text[32];
    int len = snprintf(text, sizeof text, "leaf %" PRIu64, i);
    merkle_leaf(text, (size_t)len, out);
}

static void grow(struct tree *t, uint64_t size)
{
    struct merkle m = {0};
    *t = (struct tree){.size = size};
    for (unsigned level = 0; size >> level > 0; level++) {
        uint64_t count = size >> level;
        t->levels[level] = xmalloc(count, sizeof(hash));
        for (uint64_t i = 0; i < count; i++) {
            hash *below = level > 0 ? t->levels[level - 1] + 2 * i : NULL;
            if (level == 0)
                leaf_hash(i, t->levels[0][i]);
            else
                merkle_node(below[0], below[1], t->levels[level][i]);
        }
    }
    for (uint64_t i = 0; i < size; i++)
        merkle_add(&m, t->levels[0][i]);
    merkle_root(&m, t->root);
}

static void cut(struct tree *t)
{
    for (unsigned level = 0; level < MERKLE_LEVELS; level++)
        free(t->levels[level]);
}

static void print(const hash one, char end)
{
    char hex[DIGEST_HEX + 1];
    digest_to_hex(one, hex);
    printf("%s%c", hex, end);
}

static void fill(const struct tree *t, const struct merkle_range *ranges,
                 size_t count, hash *proof)
{
    struct merkle_place places[MERKLE_LEVELS];
    hash parts[MERKLE_LEVELS];
    for (size_t i = 0; i < count; i++) {
        size_t n = merkle_subtrees(ranges[i], places);
        for (size_t p = 0; p < n; p++)
            memcpy(parts[p], t->levels[places[p].level][places[p].index],
                   sizeof(hash));
        merkle_join((const hash *)parts, n, proof[i]);
    }
}

static size_t inclusion(const struct tree *t, uint64_t i, hash *proof)
{
    struct merkle_range ranges[MERKLE_PROOF];
    size_t count = merkle_inclusion(i, t->size, ranges);
    fill(t, ranges, count, proof);
    return count;
}

static size_t consistency(const struct tree *t, uint64_t old, hash *proof)
{
    struct merkle_range ranges[MERKLE_PROOF];
    size_t count = merkle_consistency(old, t->size, ranges);
    fill(t, ranges, count, proof);
    return count;
}

static void print_proof(const hash *proof, size_t count)
{
    for (size_t i = 0; i < count; i++)
        print(proof[i], i + 1 < count ? ' ' : '\n');
    if (count == 0)
        putchar('\n');
}

static void roots(uint64_t n)
{
    struct merkle m = {0};
    hash one;
    for (uint64_t i = 0; i <= n; i++) {
        merkle_root(&m, one);
        print(one, '\n');
        leaf_hash(i, one);
        merkle_add(&m, one);
    }
}

/* Whether the proof of leaf `at`, or of the first `at` leaves, verifies. */
static bool verifies(const struct tree *t, bool included, uint64_t at,
                     const hash old, const hash *proof, size_t count)
{
    return (included ? merkle_verify_inclusion(t->levels[0][at], at, t->size,
                                               proof, count, t->root)
                     : merkle_verify_consistency(at, old, t->size, t->root,
                                                 proof, count)) == 0;
}

/* How many changes of one bit leave a proof that verifies; all of them if it
 * does not verify as it is. */
static uint64_t changes(const struct tree *t, bool included, uint64_t at,
                        const hash old)
{
    hash proof[MERKLE_PROOF];
    size_t count = included ? inclusion(t, at, proof)
                            : consistency(t, at, proof);
    uint64_t held = 0, bits = count * 8 * sizeof(hash);
    if (!verifies(t, included, at, old, (const hash *)proof, count))
        return bits + 1;
    for (uint64_t bit = 0; bit < bits; bit++) {
        unsigned char *byte = &proof[0][0] + bit / 8;
        *byte ^= (unsigned char)(1u << bit % 8);
        held += verifies(t, included, at, old, (const hash *)proof, count);
        *byte ^= (unsigned char)(1u << bit % 8);
    }
    return held;
}

static void bits(const struct tree *t)
{
    struct merkle m = {0};
    uint64_t held = 0;
    hash old;
    for (uint64_t i = 0; i < t->size; i++) {
        held += changes(t, true, i, NULL);
        merkle_add(&m, t->levels[0][i]);
        merkle_root(&m, old);
        held += changes(t, false, i + 1, old);
    }
    printf("%" PRIu64 "\n", held);
}

static int run(const char *what, uint64_t n)
{
    struct tree t;
    hash proof[MERKLE_PROOF];
    int rc = 0;
    grow(&t, n);
    if (strcmp(what, "roots") == 0)
        roots(n);
    else if (strcmp(what, "inclusion") == 0)
        for (uint64_t i = 0; i < n; i++)
            print_proof((const hash *)proof, inclusion(&t, i, proof));
    else if (strcmp(what, "consistency") == 0)
        for (uint64_t i = 1; i <= n; i++)
            print_proof((const hash *)proof, consistency(&t, i, proof));
    else if (strcmp(what, "bits") == 0)
        bits(&t);
    else
        rc = 2;
    cut(&t);
    return rc;
}

int main(int argc, char **argv)
{
    uint64_t n;
    if (argc != 3 || !num_parse(argv[2], 0, LEAVES, &n))
        return 2;
    return run(argv[1], n);
}
