/* One digest for a folder of data files: SHA-256 of the lines
 * "<sha256 hex>  <path>\n" of all regular files in it, sorted by path
 * bytewise; so `find . -type f -printf '%P\n' | LC_ALL=C sort | xargs
 * sha256sum | sha256sum` gives it too. Names that start with "." are left
 * out. */
#ifndef FOLDER_HASH_H
#define FOLDER_HASH_H

#include "digest.h"

/* Returns 0 and the digest in hexadecimal, or -1 (told). */
int folder_hash(const char *folder, char hex[DIGEST_HEX + 1]);

#endif
