/* Keys by the names of their files, as options give them: --key, --passphrase,
 * --public-key. */
#ifndef KEYFILE_H
#define KEYFILE_H

#include "diag.h"
#include "minisign.h"

/* Reads the secret key of `path`, a file that nobody else may read, asking for
 * its passphrase on the terminal, if it has one and `passphrase` names no file
 * that holds it. Returns the key, which the caller frees with wiped_free(), or
 * NULL (told). */
struct minisign_secret *keyfile_secret(const char *path,
                                       const char *passphrase);

/* Reads a public key; NULL and "-" are stdin. Returns EXIT_OK; EXIT_DATA if
 * it is none, or EXIT_SYSTEM if it cannot be read (told). */
enum exit_status keyfile_public(const char *path, struct minisign_public *k);

#endif
