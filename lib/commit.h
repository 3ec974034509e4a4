/* A commitment to a split that nobody can know yet: commit.json, one line of
 * JSON and a LF, in one spelling.
 *
 *   {"schema":"palimpsest/commit/1","series":NAME,"number":1,
 *    "previous":null | SHA-256 of the commit.json before,
 *    "root":Merkle root over the people (cohort.h),"tree_size":PEOPLE,
 *    "generator_seed":SEED | null,
 *    "split":a split record without its seed, rank and sets,
 *    "beacon":the chain's /info (beacon.h),"round":N,"round_time":SECONDS}
 *
 * Once the beacon's round N is out, the seed is the text
 *
 *   drand:CHAIN:N:RANDOMNESS:ROOT        hashes in hexadecimal */
#ifndef COMMIT_H
#define COMMIT_H

#include <stdbool.h>
#include <stdint.h>

#include "beacon.h"
#include "buf.h"
#include "digest.h"

#define COMMIT_SCHEMA "palimpsest/commit/1"
#define COMMIT_LIMIT ((size_t)1 << 16) /* bytes in the file */
#define COMMIT_SERIES 64               /* characters in a series' name */

struct commit {
    char series[COMMIT_SERIES + 1];
    uint64_t number; /* in the series, from 1 */
    unsigned char previous[DIGEST_BYTES]; /* where number is above 1 */
    unsigned char root[DIGEST_BYTES];
    uint64_t tree_size;        /* people, of all kinds */
    struct buf generator_seed; /* owned: JSON, as the records spell it */
    struct buf split;          /* owned: JSON, as the records spell it */
    struct beacon_chain chain;
    uint64_t round; /* 1..BEACON_ROUNDS */
    unsigned char digest[DIGEST_BYTES]; /* of the file, once it was read */
};

/* True if it may be a series' name: [a-z0-9._-]{1,64}, a letter or digit
 * first. */
bool commit_series_valid(const char *name, size_t len);

/* Appends the file's content. */
void commit_write(const struct commit *c, struct buf *out);

/* Reads the file's content. Returns NULL, or a static text that says what is
 * wrong; either way it ends with commit_release(). */
const char *commit_read(struct commit *c, const char *text, size_t len);

/* Appends the seed that follows from the randomness of the round. */
void commit_seed(const struct commit *c,
                 const unsigned char randomness[DIGEST_BYTES],
                 struct buf *out);

void commit_release(struct commit *c);

#endif
