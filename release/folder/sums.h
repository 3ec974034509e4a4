/* SHA256SUMS: every file of a release but itself and its signature, as sha256sum
 * writes it, sorted by path: "<hex>  <path>\n". */
#ifndef SUMS_H
#define SUMS_H

#include <stdbool.h>

#include "files/tree.h"

#define SUMS_NAME "SHA256SUMS"
#define SUMS_SIGNATURE "SHA256SUMS.minisig"

/* True if the sums list a file of that name: all but the two above. */
bool sums_list(const char *path);

/* Writes the sums of `tree`, and of the manifest, in `folder`, or compares
 * them with what is there where there are `findings`. Returns 0, or -1
 * (told). */
int sums_derive(const char *folder, struct findings *findings,
                struct tree *tree,
                const unsigned char manifest[DIGEST_BYTES]);

/* Checks the sums that are there against the files of the tree, both ways;
 * what is wrong becomes findings. Returns 0, or -1 (told). */
int sums_check(const char *folder, struct findings *f, struct tree *tree);

#endif
