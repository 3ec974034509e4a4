#include "config.h"

#include "sign.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "tap.h"

/* RFC 8032, section 7.1: seed, public key, message, signature. */
static const char *const vectors[][4] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
     "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
     "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
     "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
     "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"},
};

static size_t unhex(const char *hex, unsigned char *bytes)
{
    size_t len = strlen(hex) / 2;
    for (size_t i = 0; i < len; i++) {
        unsigned byte = 0;
        sscanf(hex + 2 * i, "%2x", &byte);
        bytes[i] = (unsigned char)byte;
    }
    return len;
}

static void vector(int number, const char *const text[4])
{
    unsigned char seed[SIGN_SEED], wanted[SIGN_PUBLIC], message[8];
    unsigned char signature[SIGN_BYTES], made[SIGN_BYTES];
    unsigned char public_key[SIGN_PUBLIC], secret[SIGN_SECRET];
    unhex(text[0], seed);
    unhex(text[1], wanted);
    size_t len = unhex(text[2], message);
    unhex(text[3], signature);
    sign_keypair_from_seed(seed, public_key, secret);
    tap_ok(memcmp(public_key, wanted, sizeof wanted) == 0,
           "the seed of RFC 8032's test %d has its public key", number);
    sign_detached(made, message, len, secret);
    tap_ok(memcmp(made, signature, sizeof made) == 0,
           "the message of test %d has its signature", number);
    bool kept = sign_verify(signature, message, len, public_key), lost = false;
    for (unsigned bit = 0; bit < 8 * SIGN_BYTES; bit++) {
        signature[bit / 8] ^= (unsigned char)(1 << bit % 8);
        lost = lost || sign_verify(signature, message, len, public_key);
        signature[bit / 8] ^= (unsigned char)(1 << bit % 8);
    }
    tap_ok(kept && !lost, "and with any bit changed it is refused");
}

/* RFC 7693, appendix A: BLAKE2b-512 of "abc". */
static void hash(void)
{
    unsigned char wanted[SIGN_HASH], got[SIGN_HASH];
    struct sign_hash h;
    unhex("ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
          "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923",
          wanted);
    sign_hash_start(&h, sizeof got);
    sign_hash_more(&h, "a", 1);
    sign_hash_more(&h, "bc", 2);
    sign_hash_end(&h, got);
    tap_ok(memcmp(got, wanted, sizeof got) == 0,
           "BLAKE2b of RFC 7693's example, in two pieces");
}

int main(void)
{
    for (int i = 0; i < 3; i++)
        vector(i + 1, vectors[i]);
    hash();
    return tap_done();
}
