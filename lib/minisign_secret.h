/* Secret keys in files of minisign, and of signify where it did not encrypt
 * them: a line of untrusted comment, then the base64 of
 *
 *   "Ed" "Sc" "B2" salt(32) ops(8) mem(8)          encrypted, or
 *   "Ed" 0 0  "B2" zeros(48)                       not
 *        number(8) seed(32) public(32) sum(32)
 *
 *   "Ed" "BK" rounds(4) salt(16) sum(8) number(8) seed(32) public(32)
 *
 * Encrypted, the last 104 bytes of the first are exclusive-ored with scrypt's
 * output; sum is the BLAKE2b of "Ed", number, seed and public, but zeros where
 * nothing is encrypted. Numbers are little-endian. The second is signify's: its
 * rounds are 0 where nothing is encrypted, else only signify can read it.
 *
 * Everything here lies in memory for secrets (wiped.h). */
#ifndef MINISIGN_SECRET_H
#define MINISIGN_SECRET_H

#include <stdbool.h>
#include <stddef.h>

#include "minisign.h"
#include "passphrase.h"

#define MINISIGN_SEALED 104 /* bytes that may be encrypted */

/* A secret key as its file has it. */
struct minisign_box {
    unsigned char encrypted; /* 1 if it is */
    unsigned char summed;    /* 1 if its sum is there */
    unsigned char salt[PASSPHRASE_SALT];
    unsigned char ops[8], mem[8]; /* what scrypt may take, little-endian */
    unsigned char sealed[MINISIGN_SEALED];
};

/* Reads a file. Returns 0, or -1 with what is wrong appended to `why`, which
 * never holds a part of the key. */
int minisign_box_read(struct minisign_box *box, const char *text, size_t len,
                      struct buf *why);

/* Takes the key out, undoing the encryption with `p`, which is NULL where there
 * is none. Returns 0, or -1 with what is wrong appended to `why`; the box is
 * spent in any case. */
int minisign_box_open(struct minisign_box *box, const struct passphrase *p,
                      struct minisign_secret *k, struct buf *why);

/* Puts a key into a box, encrypted with `p` unless that is NULL; the salt is
 * new. Returns 0, or -1 with `why`. */
int minisign_box_seal(struct minisign_box *box, const struct passphrase *p,
                      const struct minisign_secret *k, struct buf *why);

/* Bytes of the file of a box under a comment, without a NUL; and the file
 * itself, with one. */
size_t minisign_box_length(const char *comment);
void minisign_box_write(const struct minisign_box *box, const char *comment,
                        char *text);

/* The public key of a secret one. */
void minisign_secret_public(const struct minisign_secret *k,
                            struct minisign_public *public_key);

#endif
