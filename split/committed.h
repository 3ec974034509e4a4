/* A commitment written to where it is wanted, and its signature beside it. */
#ifndef COMMITTED_H
#define COMMITTED_H

struct commit;
struct minisign_secret;
struct out;

/* Appends ".minisig" to the name of a file; the caller frees it. */
char *committed_signature_path(const char *path);

/* Writes the commitment to `out`, and, if `secret` is not NULL, its signature
 * to `signature`, in minisign's format, the trusted comment being
 *
 *   palimpsest commit SERIES NUMBER root=ROOT round=ROUND
 *
 * Returns 0, or -1 (told). */
int committed_write(const struct commit *c, struct out *out,
                    const struct minisign_secret *secret,
                    const char *signature);

#endif
