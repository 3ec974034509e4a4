/* Ed25519 signatures (RFC 8032) and the BLAKE2b hash (RFC 7693), by libsodium:
 * what minisign's files and C2SP's signed notes are made of. Nothing here
 * allocates; secrets live in memory of the caller's (secret.h). */
#ifndef SIGN_H
#define SIGN_H

#include <stdbool.h>
#include <stddef.h>

#define SIGN_SEED 32   /* bytes a key pair is made from */
#define SIGN_PUBLIC 32 /* bytes of a public key */
#define SIGN_SECRET 64 /* bytes of a secret key: the seed, the public key */
#define SIGN_BYTES 64  /* of a signature */
#define SIGN_HASH 64   /* bytes of the hash, at most */

/* The key pair of a seed (RFC 8032, 5.1.5). */
void sign_keypair_from_seed(const unsigned char seed[SIGN_SEED],
                            unsigned char public_key[SIGN_PUBLIC],
                            unsigned char secret[SIGN_SECRET]);

/* Signs `len` bytes (RFC 8032, 5.1.6): always the same signature. */
void sign_detached(unsigned char signature[SIGN_BYTES], const void *message,
                   size_t len, const unsigned char secret[SIGN_SECRET]);

/* True if the signature is that of these bytes (RFC 8032, 5.1.7); keys of small
 * order and signatures that are not reduced are refused. */
bool sign_verify(const unsigned char signature[SIGN_BYTES],
                 const void *message, size_t len,
                 const unsigned char public_key[SIGN_PUBLIC]);

/* BLAKE2b without a key, of bytes that come piece by piece. */
struct sign_hash {
    _Alignas(64) unsigned char state[384]; /* libsodium's own */
    size_t size;                           /* bytes of the hash */
};

/* Starts a hash of `size` bytes, 16 to SIGN_HASH; adds bytes; ends it. The
 * state is wiped at the end, for secrets are hashed, too. */
void sign_hash_start(struct sign_hash *h, size_t size);
void sign_hash_more(struct sign_hash *h, const void *bytes, size_t len);
void sign_hash_end(struct sign_hash *h, unsigned char *hash);

#endif
