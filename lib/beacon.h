/* The randomness beacon drand: what a chain says of itself (its /info), what it
 * answers for a round, and what can be checked of both without elliptic curves.
 *
 *   chain hash   SHA-256(period, BE32 || genesis time, BE64 || public key ||
 *                genesis seed || id, unless that is "default")
 *   round r      is due at genesis time + (r - 1) * period
 *   message      SHA-256(r, BE64); where rounds are chained
 *                SHA-256(signature of round r - 1 || r, BE64)
 *   randomness   SHA-256(signature)
 *
 * The signature is a BLS signature of the message by the public key: it is not
 * checked here (verifier.h). Both answers come in two spellings, version 1 and
 * version 2 of drand's HTTP interface; they are read strictly as JSON and may
 * have more members than those needed. Nothing here owns memory. */
#ifndef BEACON_H
#define BEACON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "digest.h"

#define BEACON_LIMIT ((size_t)1 << 16) /* bytes in an answer */
#define BEACON_POINT 96                /* bytes of a key or signature, at most */
#define BEACON_ID_LIMIT 64             /* characters in a chain's id */
#define BEACON_ROUNDS UINT32_MAX       /* the last round that can be named */

/* How a chain signs. */
struct beacon_scheme {
    const char *name;
    size_t key, signature; /* bytes */
    bool chained;          /* a round's message holds the signature before */
};

struct beacon_chain {
    const struct beacon_scheme *scheme;
    char id[BEACON_ID_LIMIT + 1]; /* "default", "quicknet" */
    uint32_t period;              /* seconds between rounds, 1..86400 */
    uint64_t genesis_time;        /* of round 1, seconds since 1970 */
    unsigned char public_key[BEACON_POINT];
    unsigned char genesis_seed[DIGEST_BYTES];
    unsigned char hash[DIGEST_BYTES];
};

struct beacon_answer {
    uint64_t round; /* 1..BEACON_ROUNDS */
    unsigned char signature[BEACON_POINT];
    unsigned char previous[BEACON_POINT]; /* where chained */
    size_t previous_len;                  /* bytes; 0 where not chained */
    unsigned char randomness[DIGEST_BYTES];
};

/* Reads an /info, and checks that its chain hash is that of its members.
 * Returns NULL, or a static text that says what is wrong. */
const char *beacon_read_chain(struct beacon_chain *c, const char *text,
                              size_t len);

/* Appends it as version 2 has it: one JSON object. */
void beacon_write_chain(const struct beacon_chain *c, struct buf *out);

/* Reads the answer for a round; randomness that it states must be the SHA-256
 * of the signature. Returns NULL, or a static text that says what is wrong. */
const char *beacon_read_answer(struct beacon_answer *a,
                               const struct beacon_chain *c, const char *text,
                               size_t len);

/* When a round from 1 to BEACON_ROUNDS is due, seconds since 1970. */
uint64_t beacon_time(const struct beacon_chain *c, uint64_t round);

/* What is signed in an answer. */
void beacon_message(const struct beacon_chain *c,
                    const struct beacon_answer *a,
                    unsigned char message[DIGEST_BYTES]);

#endif
