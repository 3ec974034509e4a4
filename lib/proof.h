/* Proofs that a leaf is in a log (C2SP, tlog-proof), text that needs nothing
 * else but the leaf and, to trust it, the log's public key:
 *
 *   c2sp.org/tlog-proof@v1
 *   index <of the leaf, from 0>
 *   <base64 of a hash>            the inclusion proof, from the leaf's sibling
 *   ...                           up
 *   <blank line>
 *   <checkpoint>                  see checkpoint.h
 *
 * "extra" data, which nothing would vouch for, are refused. */
#ifndef PROOF_H
#define PROOF_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "checkpoint.h"
#include "digest.h"
#include "merkle.h"

#define PROOF_LIMIT (CHECKPOINT_LIMIT + 8192) /* bytes */

struct proof {
    uint64_t index;                               /* of the leaf */
    unsigned char hashes[MERKLE_PROOF][DIGEST_BYTES];
    size_t count;                                 /* of them */
    struct checkpoint checkpoint; /* points into the bytes it was read from */
};

/* Reads a proof. Returns NULL, or a static text that says what is wrong. */
const char *proof_parse(struct proof *p, const char *bytes, size_t len);

/* Verifies that the leaf is in the log of the checkpoint, at its index.
 * Returns 0, or -1. */
int proof_verify(const struct proof *p, const void *leaf, size_t len);

/* Appends a proof: index and hashes of `p`, and the bytes of a checkpoint. */
void proof_write(const struct proof *p, const char *checkpoint, size_t len,
                 struct buf *out);

#endif
