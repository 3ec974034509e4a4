#include "config.h"

#include "merkle.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "perm.h"
#include "tap.h"

#define LEAVES 3000 /* in the largest tree */
#define BITS_OF 12  /* proofs of a large tree of which every bit is changed */

typedef unsigned char hash[DIGEST_BYTES];

/* The eight leaves that tests of Certificate Transparency have always used,
 * and the roots of their first so many. */
static const char *const known_leaves[] = {
    "", "\x00", "\x10", "\x20\x21", "\x30\x31", "@ABC", "PQRSTUVW",
    "`abcdefghijklmno"};
static const size_t known_lengths[] = {0, 1, 1, 2, 2, 4, 8, 16};
static const char *const known_roots[] = {
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

static void known(void)
{
    struct merkle m = {0};
    for (size_t n = 0; n <= 8; n++) {
        hash root, leaf;
        char hex[DIGEST_HEX + 1];
        merkle_root(&m, root);
        digest_to_hex(root, hex);
        tap_ok(strcmp(hex, known_roots[n]) == 0,
               "the root of the first %zu known leaves is known", n);
        if (n == 8)
            break;
        merkle_leaf(known_leaves[n], known_lengths[n], leaf);
        merkle_add(&m, leaf);
    }
}

/* The hash of a range as the RFC defines it, straight from the leaves. */
static void defined(const hash *leaves, uint64_t from, uint64_t to, hash out)
{
    hash left, right;
    if (to == from) {
        digest_bytes("", 0, out);
        return;
    }
    if (to - from == 1) {
        memcpy(out, leaves[from], sizeof left);
        return;
    }
    uint64_t k = 1;
    while (2 * k < to - from)
        k *= 2;
    defined(leaves, from, from + k, left);
    defined(leaves, from + k, to, right);
    merkle_node(left, right, out);
}

/* The hashes of a proof, each joined from its complete subtrees. */
static void fill(const hash *leaves, const struct merkle_range *ranges,
                 size_t count, hash *proof)
{
    for (size_t i = 0; i < count; i++) {
        struct merkle_place places[MERKLE_LEVELS];
        hash parts[MERKLE_LEVELS];
        size_t n = merkle_subtrees(ranges[i], places);
        for (size_t p = 0; p < n; p++)
            defined(leaves, places[p].index << places[p].level,
                    (places[p].index + 1) << places[p].level, parts[p]);
        merkle_join((const hash *)parts, n, proof[i]);
    }
}

/* True if no proof with one bit changed verifies, nor one hash less or more. */
static bool inclusion_holds(const hash leaf, uint64_t index, uint64_t size,
                            hash *proof, size_t count, const hash root)
{
    bool held = false;
    for (size_t bit = 0; bit < count * 8 * sizeof *proof; bit++) {
        unsigned char *at = &proof[0][0] + bit / 8;
        *at ^= (unsigned char)(1u << bit % 8);
        held |= merkle_verify_inclusion(leaf, index, size,
                                        (const hash *)proof, count,
                                        root) == 0;
        *at ^= (unsigned char)(1u << bit % 8);
    }
    if (count > 0)
        held |= merkle_verify_inclusion(leaf, index, size,
                                        (const hash *)proof, count - 1,
                                        root) == 0;
    memcpy(proof[count], root, sizeof *proof);
    held |= merkle_verify_inclusion(leaf, index, size, (const hash *)proof,
                                    count + 1, root) == 0;
    return !held;
}

/* True if the proof verifies, and for that leaf, place and root alone. */
static bool included(const hash *leaves, uint64_t index, uint64_t size,
                     const hash root, bool bits)
{
    struct merkle_range ranges[MERKLE_PROOF];
    hash proof[MERKLE_PROOF + 1], other;
    size_t count = merkle_inclusion(index, size, ranges);
    fill(leaves, ranges, count, proof);
    const hash *p = (const hash *)proof;
    if (merkle_verify_inclusion(leaves[index], index, size, p, count, root) !=
        0)
        return false;
    for (uint64_t i = 0; i < 64; i++)
        if (merkle_verify_inclusion(leaves[index], index ^ (uint64_t)1 << i,
                                    size, p, count, root) == 0)
            return false;
    for (unsigned bit = 0; bit < 8 * sizeof other; bit++) {
        memcpy(other, leaves[index], sizeof other);
        other[bit / 8] ^= (unsigned char)(1u << bit % 8);
        if (merkle_verify_inclusion(other, index, size, p, count, root) == 0)
            return false;
        memcpy(other, root, sizeof other);
        other[bit / 8] ^= (unsigned char)(1u << bit % 8);
        if (merkle_verify_inclusion(leaves[index], index, size, p, count,
                                    other) == 0)
            return false;
        if (!bits)
            break;
    }
    return !bits || inclusion_holds(leaves[index], index, size, proof, count,
                                    root);
}

/* The same for a consistency proof. */
static bool consistent(const hash *leaves, uint64_t old, uint64_t size,
                       const hash root, bool bits)
{
    struct merkle_range ranges[MERKLE_PROOF];
    hash proof[MERKLE_PROOF + 1], before;
    size_t count = merkle_consistency(old, size, ranges);
    fill(leaves, ranges, count, proof);
    const hash *p = (const hash *)proof;
    defined(leaves, 0, old, before);
    if (merkle_verify_consistency(old, before, size, root, p, count) != 0)
        return false;
    if (old < size &&
        (merkle_verify_consistency(old, root, size, root, p, count) == 0 ||
         merkle_verify_consistency(old, before, size, before, p, count) == 0))
        return false;
    if (count > 0 && merkle_verify_consistency(old, before, size, root, p,
                                               count - 1) == 0)
        return false;
    memcpy(proof[count], root, sizeof *proof);
    if (merkle_verify_consistency(old, before, size, root, p, count + 1) == 0)
        return false;
    for (size_t bit = 0; bits && bit < count * 8 * sizeof *proof; bit++) {
        unsigned char *at = &proof[0][0] + bit / 8;
        *at ^= (unsigned char)(1u << bit % 8);
        int rc = merkle_verify_consistency(old, before, size, root, p, count);
        *at ^= (unsigned char)(1u << bit % 8);
        if (rc == 0)
            return false;
    }
    return true;
}

static void small_trees(const hash *leaves)
{
    struct merkle m = {0};
    bool roots = true, inclusions = true, consistencies = true;
    for (uint64_t size = 0; size <= 40; size++) {
        hash root, wanted;
        merkle_root(&m, root);
        defined(leaves, 0, size, wanted);
        roots &= memcmp(root, wanted, sizeof root) == 0;
        for (uint64_t i = 0; i < size && inclusions; i++)
            inclusions = included(leaves, i, size, root, size <= 20);
        for (uint64_t i = 1; i <= size && consistencies; i++)
            consistencies = consistent(leaves, i, size, root, size <= 20);
        merkle_add(&m, leaves[size]);
    }
    tap_ok(roots, "roots of up to 40 leaves are as the RFC defines them");
    tap_ok(inclusions, "every inclusion proof of theirs verifies, and none "
                       "that was changed by a bit, cut short or made longer");
    tap_ok(consistencies, "nor does any consistency proof");
}

/* A tree of some random size. */
static void large_tree(const hash *leaves, uint64_t size)
{
    struct merkle m = {0};
    hash root, wanted;
    for (uint64_t i = 0; i < size; i++)
        merkle_add(&m, leaves[i]);
    merkle_root(&m, root);
    defined(leaves, 0, size, wanted);
    tap_ok(memcmp(root, wanted, sizeof root) == 0,
           "the root of %d leaves is as the RFC defines it", (int)size);
    uint64_t step = size / BITS_OF + 1;
    bool good = true;
    for (uint64_t i = 0; i < size && good; i += 1 + perm_mix(i) % 16)
        good = included(leaves, i, size, root, false);
    for (uint64_t i = perm_mix(size) % step; i < size && good; i += step)
        good = included(leaves, i, size, root, true);
    tap_ok(good, "its inclusion proofs verify, and none that was changed");
    for (uint64_t i = 1; i <= size && good; i += 1 + perm_mix(i) % 64)
        good = consistent(leaves, i, size, root, false);
    for (uint64_t i = 1; i <= size && good; i += step)
        good = consistent(leaves, i, size, root, true);
    tap_ok(good, "nor a consistency proof of it");
}

static void odd(const hash *leaves)
{
    struct merkle_range ranges[MERKLE_PROOF];
    const hash *none = NULL;
    tap_ok(merkle_verify_inclusion(leaves[0], 0, 0, none, 0, leaves[0]) < 0,
           "a tree without leaves includes nothing");
    tap_ok(merkle_verify_inclusion(leaves[0], 1, 1, none, 0, leaves[0]) < 0,
           "nor does one of one leaf include a second");
    tap_ok(merkle_verify_consistency(0, leaves[0], 1, leaves[0], none, 0) < 0,
           "nothing is proved of a tree without leaves");
    tap_ok(merkle_verify_consistency(2, leaves[0], 1, leaves[0], none, 0) < 0,
           "nor of one that is larger");
    tap_ok(merkle_inclusion(UINT64_MAX - 1, UINT64_MAX, ranges) == 63 &&
               merkle_inclusion(0, UINT64_MAX, ranges) == 64 &&
               merkle_consistency(UINT64_MAX - 1, UINT64_MAX, ranges) <=
                   MERKLE_PROOF &&
               merkle_consistency(1, UINT64_MAX, ranges) <= MERKLE_PROOF,
           "proofs of the largest tree fit");
}

int main(void)
{
    hash *leaves = xmalloc(LEAVES, sizeof *leaves);
    for (uint64_t i = 0; i < LEAVES; i++)
        merkle_leaf(&i, sizeof i, leaves[i]);
    known();
    small_trees((const hash *)leaves);
    large_tree((const hash *)leaves, 200 + perm_mix(1) % 100);
    large_tree((const hash *)leaves, 1024);
    large_tree((const hash *)leaves, LEAVES - perm_mix(2) % 900);
    odd((const hash *)leaves);
    free(leaves);
    return tap_done();
}
