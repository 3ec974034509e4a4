/* Passphrases: from a file or the terminal, never from the command line, and
 * what is made of them (scrypt, RFC 7914, by libsodium). */
#ifndef PASSPHRASE_H
#define PASSPHRASE_H

#include <stddef.h>
#include <stdint.h>

#define PASSPHRASE_LIMIT 1023 /* bytes; minisign's */
#define PASSPHRASE_SALT 32    /* bytes */

/* How hard scrypt works: libsodium's "sensitive", as minisign has it. */
#define PASSPHRASE_OPS ((uint64_t)33554432)
#define PASSPHRASE_MEM ((uint64_t)1 << 30) /* bytes */

struct passphrase {
    char *text; /* owned: memory for secrets, or NULL */
    size_t len; /* bytes */
};

/* Reads the first line of `path`, or asks on the terminal if it is NULL.
 * Returns 0, or -1 (told). It ends with passphrase_release(). */
int passphrase_get(struct passphrase *p, const char *path,
                   const char *prompt);

/* Makes `len` bytes of a passphrase. Returns 0, or -1 with errno: EINVAL if
 * that takes more than PASSPHRASE_OPS and _MEM, ENOMEM. */
int passphrase_stretch(const struct passphrase *p,
                       const unsigned char salt[PASSPHRASE_SALT],
                       uint64_t ops, uint64_t mem, void *bytes, size_t len);

void passphrase_release(struct passphrase *p);

#endif
