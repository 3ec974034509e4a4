/* A derived file: one that follows from the rest of the release. mkrelease
 * writes it, ckrelease makes the same bytes again and compares them with the
 * file that is there; the code that makes them is the same. */
#ifndef DERIVED_H
#define DERIVED_H

#include <stdint.h>
#include <stdio.h>

#include "digest.h"
#include "findings.h"

struct derived {
    const char *folder;   /* borrowed: of the release */
    const char *name;     /* borrowed: path in it */
    struct findings *findings; /* NULL: write; else compare and tell here */
    FILE *fp;             /* written or compared; NULL if it cannot be read */
    uint64_t bytes, line; /* made so far; the line they are in, from 1 */
    bool differs;         /* told */
    bool failed;          /* writing failed, told */
    struct digest_stream sum;
};

/* Starts the file; `findings` as above. Returns 0, or -1 (told). */
int derived_open(struct derived *d, const char *folder, const char *name,
                 struct findings *findings);

/* The next bytes. Failures show at the end. */
void derived_put(struct derived *d, const void *bytes, size_t len);

/* Ends the file; `digest`, if not NULL, is the SHA-256 of what was made.
 * Returns 0, or -1 (told) if writing failed; a difference is a finding. */
int derived_close(struct derived *d, unsigned char *digest);

#endif
