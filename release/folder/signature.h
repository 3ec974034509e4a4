/* The signature of a release, SHA256SUMS.minisig: minisign's, of SHA256SUMS,
 * and so of every byte of the release. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include "minisign.h"
#include "sums.h"
#include "trusted.h"

/* What a signature shows. */
enum signature_verdict {
    SIGNATURE_UNKNOWN,     /* it could not be read */
    SIGNATURE_UNSIGNED,    /* there is none */
    SIGNATURE_SELF,        /* there is one, and no key to check it with */
    SIGNATURE_AUTHENTIC,   /* it is the key's */
    SIGNATURE_WRONG,       /* it is not, or it is none */
};

/* "unknown", "unsigned", "self-signed", "authentic", "wrong". */
const char *signature_name(enum signature_verdict verdict);

/* Signs the sums in `folder`, not prehashed for `legacy`, and writes the file,
 * which must be new. Returns 0, or -1 (told). */
int signature_write(const char *folder, const struct minisign_secret *k,
                    bool legacy, const struct trusted *t);

/* Checks the signature in `folder` with `k`, or as far as that goes without if
 * it is NULL. The trusted comment, if there is one, is compared with `t`, unless
 * that is NULL. What is wrong becomes findings. */
enum signature_verdict signature_check(const char *folder, struct findings *f,
                                       const struct minisign_public *k,
                                       const struct trusted *t);

#endif
