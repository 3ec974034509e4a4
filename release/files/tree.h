/* The files of a folder, in C order of their paths, with size and SHA-256.
 * In memory a file takes 64 bytes. Only regular files and folders are let in;
 * no link is followed. */
#ifndef TREE_H
#define TREE_H

#include <stddef.h>
#include <stdint.h>

#include "digest.h"
#include "findings.h"
#include "sorter.h"

#define TREE_DEPTH 64           /* folders inside one another */
#define TREE_HOLES ((uint64_t)1 << 20) /* bytes of holes in a file, at most:
                                   they cost nobody anything but the reader */
#define TREE_NO_SIZE UINT64_MAX /* of a file that could not be read */

/* Marks of a file. */
enum tree_mark {
    TREE_LISTED = 1,  /* SHA256SUMS names it */
    TREE_EXPLAINED = 2, /* a record or a rule accounts for it */
    TREE_CHANGED = 4    /* it was not of its size when it was read */
};

struct tree {
    const char *folder;                  /* borrowed */
    int fd;                              /* of it, or -1 */
    int64_t apart;                       /* index of the file that somebody else
                                            hashes, or -1 */
    struct sorter paths;                 /* keys are paths in the folder */
    unsigned char (*sums)[DIGEST_BYTES]; /* owned, in order of the paths */
    uint64_t *sizes;                     /* owned: bytes, or TREE_NO_SIZE */
};

/* Returns 0, or -1 (told). */
int tree_open(struct tree *t, const char *folder);

/* Adds all files of the folder, sorts them; what may not be there becomes a
 * finding. Returns 0, or -1 (told). */
int tree_walk(struct tree *t, struct findings *f);

/* Hashes all files in `jobs` threads, but for the one of the path `apart`, if
 * that is not NULL, whose sum is set by who reads it; a file that cannot be read
 * becomes a finding. Returns 0, or -1 (told). */
int tree_hash(struct tree *t, unsigned jobs, const char *apart,
              struct findings *f);

/* Sets size and sum of the file that was left to others; until then it counts
 * as one that could not be read. */
void tree_set_apart(struct tree *t, const unsigned char sum[DIGEST_BYTES],
                    uint64_t size);

/* Tells that a file grew or shrank while it was read. */
void tree_tell_change(const char *path, struct findings *f);

/* The index of a file, or -1 if there is none, or -2 (told). */
int64_t tree_find(struct tree *t, const char *path, size_t guess);

/* Marks the file, if there is one, as accounted for. Returns 0, or -1
 * (told). */
int tree_explain(struct tree *t, const char *path);

void tree_close(struct tree *t);

#endif
