/* The trusted comment of a release's signature, which says in one line what was
 * signed:
 *
 *   palimpsest NAME VERSION records=N root=HEX split=HEX
 *
 * root is that of the log, split the SHA-256 of splits/splits.json, or "none"
 * where the records have no split. */
#ifndef TRUSTED_H
#define TRUSTED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "digest.h"
#include "edition.h"
#include "files/findings.h"
#include "files/tree.h"

struct trusted {
    const struct edition *edition; /* borrowed */
    uint64_t records;
    unsigned char root[DIGEST_BYTES];
    unsigned char split[DIGEST_BYTES];
    bool has_split;
};

/* Sets split and has_split to those of the files. Returns 0, or -1 (told). */
int trusted_find_split(struct trusted *t, struct tree *tree);

/* Appends the comment. */
void trusted_write(const struct trusted *t, struct buf *out);

/* Compares a comment that is there with what the release gives; each part that
 * differs is a finding in `file`. Returns true if none does. */
bool trusted_compare(const struct trusted *t, const char *comment, size_t len,
                     const char *file, struct findings *f);

#endif
