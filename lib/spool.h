/* Lines kept on disk while a tool needs to see them all: a file in $TMPDIR
 * (or /tmp) that is unlinked at once, so that nothing stays behind whatever
 * happens. Written once, then read by offset. */
#ifndef SPOOL_H
#define SPOOL_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"

struct spool {
    int fd;
    struct buf pending; /* bytes not yet written */
    uint64_t size;      /* bytes added so far */
};

/* Returns 0, or -1 (told). */
int spool_open(struct spool *s);

/* Adds bytes; *offset, if not NULL, is where they begin. 0, or -1 (told). */
int spool_add(struct spool *s, const void *bytes, size_t len,
              uint64_t *offset);

/* Writes what is pending; must come before any read. 0, or -1 (told). */
int spool_flush(struct spool *s);

/* Replaces the content of `b` by the `len` bytes at `offset`. 0, or -1
 * (told). */
int spool_read(struct spool *s, uint64_t offset, size_t len, struct buf *b);

void spool_close(struct spool *s);

#endif
