/* A new pair of keys: NAME.key, encrypted or not, and NAME.pub. */
#ifndef KEYPAIR_H
#define KEYPAIR_H

#include <stdbool.h>

#include "diag.h"

/* What was asked for; all borrowed. */
struct keypair_args {
    const char *name;       /* of the files, without the ending */
    const char *comment;    /* valid (minisign.h), or NULL for the usual one */
    const char *passphrase; /* file, or NULL to ask on the terminal */
    bool plain;             /* not encrypted: no passphrase at all */
    bool replace;           /* files of these names may be there */
};

/* Makes both files, or neither. Returns EXIT_OK, or what to exit with
 * (told). */
enum exit_status keypair_make(const struct keypair_args *a);

#endif
