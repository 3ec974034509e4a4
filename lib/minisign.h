/* Public keys and signatures as minisign has them, and signify where it has the
 * same. Each is a file of lines:
 *
 *   untrusted comment: <anything>
 *   base64 of  "Ed" key-number(8) key(32)
 *
 *   untrusted comment: <anything>
 *   base64 of  "ED" key-number(8) signature(64)
 *   trusted comment: <text>
 *   base64 of  signature(64) of the signature above and the text
 *
 * "ED" signs the file's BLAKE2b hash of 64 bytes, "Ed" the file itself; the
 * latter, without the last two lines, is a signature of signify. Comments are
 * at most 1003 bytes, trusted ones 8173, and those are printable
 * UTF-8. What is read must be so to the byte: each line ended, nothing behind;
 * but a key's last line end may be missing. */
#ifndef MINISIGN_H
#define MINISIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "sign.h"

#define MINISIGN_NUMBER 8      /* bytes of a key's number, little-endian */
#define MINISIGN_COMMENT 1003  /* bytes of an untrusted comment, at most */
#define MINISIGN_TRUSTED 8173  /* bytes of a trusted one */
#define MINISIGN_FILE 16384    /* bytes of any of the files, at most */
#define MINISIGN_LEGACY ((size_t)64 << 20) /* bytes of a file signed as "Ed" */

struct minisign_public {
    unsigned char number[MINISIGN_NUMBER];
    unsigned char key[SIGN_PUBLIC];
};

/* A secret key; it lies in memory for secrets (wiped.h). */
struct minisign_secret {
    unsigned char number[MINISIGN_NUMBER];
    unsigned char key[SIGN_SECRET];
};

struct minisign_signature {
    bool prehashed;   /* "ED" */
    bool commented;   /* has a trusted comment */
    unsigned char number[MINISIGN_NUMBER]; /* of the key */
    unsigned char bytes[SIGN_BYTES];
    unsigned char global[SIGN_BYTES]; /* of the above and the comment */
    struct buf comment;               /* owned: trusted, or empty */
};

/* Reads a public key. Returns 0, or -1 with what is wrong appended to `why`. */
int minisign_public_read(struct minisign_public *k, const char *text,
                         size_t len, struct buf *why);

/* Appends a public key's file, with the comment that minisign gives it. */
void minisign_public_write(const struct minisign_public *k, struct buf *out);

/* Appends a key's number as minisign prints it: upper-case hexadecimal of the
 * 64-bit number, without zeros in front. */
void minisign_number(const unsigned char number[MINISIGN_NUMBER],
                     struct buf *out);

/* True if `text` may be an untrusted comment; or a trusted one. */
bool minisign_comment_valid(const char *text, size_t len);
bool minisign_trusted_valid(const char *text, size_t len);

/* Reads a signature, started as {0}. Returns 0, or -1 with what is wrong
 * appended to `why`; either way it ends with minisign_release(). */
int minisign_read(struct minisign_signature *s, const char *text, size_t len,
                  struct buf *why);

/* Appends what is signed of a regular file: its hash, or itself. Returns 0, or
 * -1 with errno, EFBIG for a file above MINISIGN_LEGACY that is not hashed. */
int minisign_message(int fd, bool prehashed, struct buf *message);

/* The same of a file whose content is at hand. */
void minisign_message_bytes(const void *bytes, size_t len, bool prehashed,
                            struct buf *message);

/* Makes the signature of a message with a valid trusted comment; it ends with
 * minisign_release(). */
void minisign_sign(struct minisign_signature *s,
                   const struct minisign_secret *k, bool prehashed,
                   const struct buf *message, const char *trusted);

/* Whether the key made the signature, of this message and the trusted comment
 * if there is one. Returns 0, or -1 with what is wrong appended to `why`. */
int minisign_verify(const struct minisign_signature *s,
                    const struct minisign_public *k,
                    const struct buf *message, struct buf *why);

/* Appends a signature's file, with the untrusted comment of minisign. */
void minisign_write(const struct minisign_signature *s, struct buf *out);

void minisign_release(struct minisign_signature *s);

#endif
