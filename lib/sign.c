#include "config.h"

#include "sign.h"

#include <sodium.h>

_Static_assert(SIGN_SECRET == crypto_sign_SECRETKEYBYTES &&
                   SIGN_PUBLIC == crypto_sign_PUBLICKEYBYTES &&
                   SIGN_BYTES == crypto_sign_BYTES &&
                   SIGN_SEED == crypto_sign_SEEDBYTES,
               "libsodium's signatures are Ed25519");

void sign_keypair_from_seed(const unsigned char seed[SIGN_SEED],
                            unsigned char public_key[SIGN_PUBLIC],
                            unsigned char secret[SIGN_SECRET])
{
    crypto_sign_seed_keypair(public_key, secret, seed);
}

void sign_detached(unsigned char signature[SIGN_BYTES], const void *message,
                   size_t len, const unsigned char secret[SIGN_SECRET])
{
    crypto_sign_detached(signature, NULL, message, len, secret);
}

bool sign_verify(const unsigned char signature[SIGN_BYTES],
                 const void *message, size_t len,
                 const unsigned char public_key[SIGN_PUBLIC])
{
    return crypto_sign_verify_detached(signature, message, len,
                                       public_key) == 0;
}

_Static_assert(sizeof(crypto_generichash_state) <=
                   sizeof((struct sign_hash){0}).state,
               "the state of a hash fits");

static crypto_generichash_state *state_of(struct sign_hash *h)
{
    return (crypto_generichash_state *)(void *)h->state;
}

void sign_hash_start(struct sign_hash *h, size_t size)
{
    h->size = size;
    crypto_generichash_init(state_of(h), NULL, 0, size);
}

void sign_hash_more(struct sign_hash *h, const void *bytes, size_t len)
{
    crypto_generichash_update(state_of(h), bytes, len);
}

void sign_hash_end(struct sign_hash *h, unsigned char *hash)
{
    crypto_generichash_final(state_of(h), hash, h->size);
    sodium_memzero(h->state, sizeof h->state);
}
