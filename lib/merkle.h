/* Merkle trees over a list, as RFC 9162 section 2.1 (and RFC 6962) has them:
 *
 *   root of nothing   SHA-256("")
 *   leaf              SHA-256(0x00 || data)
 *   node              SHA-256(0x01 || left || right)
 *
 * and a list of n > 1 is parted behind the largest power of two below n.
 *
 * A proof is made in two steps, so that nobody needs all hashes at once: this
 * module says which ranges of leaves its hashes stand for, and which complete
 * subtrees a range falls into; the caller, who has those somewhere, joins them.
 * Nothing here allocates. */
#ifndef MERKLE_H
#define MERKLE_H

#include <stddef.h>
#include <stdint.h>

#include "digest.h"

#define MERKLE_LEVELS 64 /* of a tree, at most; also subtrees of a range */
#define MERKLE_PROOF 65  /* hashes in a proof, at most */

/* A tree that grows: O(log n) memory. Start it as {0}. */
struct merkle {
    uint64_t size; /* leaves added */
    /* roots of the complete subtrees, by level: there where size has a bit */
    unsigned char peaks[MERKLE_LEVELS][DIGEST_BYTES];
};

/* Leaves [from, to) of a tree. */
struct merkle_range {
    uint64_t from, to;
};

/* A complete subtree: 2^level leaves from index * 2^level on. */
struct merkle_place {
    unsigned level;
    uint64_t index;
};

/* The hash of a leaf (2.1.1). */
void merkle_leaf(const void *data, size_t len,
                 unsigned char hash[DIGEST_BYTES]);

/* The hash of a node over two others; it may take the place of either. */
void merkle_node(const unsigned char left[DIGEST_BYTES],
                 const unsigned char right[DIGEST_BYTES],
                 unsigned char hash[DIGEST_BYTES]);

/* Adds the hash of a leaf. */
void merkle_add(struct merkle *m, const unsigned char leaf[DIGEST_BYTES]);

/* The root of what was added so far. */
void merkle_root(const struct merkle *m, unsigned char root[DIGEST_BYTES]);

/* What the inclusion proof (2.1.3.1) of leaf `index` < `size` consists of, in
 * its order, from the leaf to the root. Returns how many ranges. */
size_t merkle_inclusion(uint64_t index, uint64_t size,
                        struct merkle_range ranges[MERKLE_PROOF]);

/* The same for the consistency proof (2.1.4.1) of a tree's first `old` leaves,
 * 0 < old <= size; none if both are the same. */
size_t merkle_consistency(uint64_t old, uint64_t size,
                          struct merkle_range ranges[MERKLE_PROOF]);

/* The complete subtrees that a range of those above falls into, from left to
 * right. Returns how many. */
size_t merkle_subtrees(struct merkle_range range,
                       struct merkle_place places[MERKLE_LEVELS]);

/* The hash of a range from those of its `count` > 0 subtrees. */
void merkle_join(const unsigned char hashes[][DIGEST_BYTES], size_t count,
                 unsigned char hash[DIGEST_BYTES]);

/* Verifies (2.1.3.2) that leaf `index` of the tree of that size and root has
 * that hash. Returns 0, or -1. */
int merkle_verify_inclusion(const unsigned char leaf[DIGEST_BYTES],
                            uint64_t index, uint64_t size,
                            const unsigned char proof[][DIGEST_BYTES],
                            size_t count,
                            const unsigned char root[DIGEST_BYTES]);

/* Verifies (2.1.4.2) that the tree of `size` leaves only added leaves behind
 * those of the tree of `old` ones, 0 < old <= size. Returns 0, or -1. */
int merkle_verify_consistency(uint64_t old,
                              const unsigned char old_root[DIGEST_BYTES],
                              uint64_t size,
                              const unsigned char root[DIGEST_BYTES],
                              const unsigned char proof[][DIGEST_BYTES],
                              size_t count);

#endif
