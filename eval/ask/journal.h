/* A file of lines that is only ever added to, and goes on where it ended: what
 * is in it when the process is killed stays in it, and the next run cuts off no
 * more than a last line that was not written whole. One process writes it at a
 * time. Without a name, and where the name is no regular file's, lines are
 * written and that is all. */
#ifndef JOURNAL_H
#define JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"

struct journal {
    const char *path;   /* borrowed: for messages */
    int fd;             /* owned, unless it is stdout's */
    bool regular;       /* what is in it can be read again */
    bool failed;        /* writing failed, and it was told */
    struct buf pending; /* owned: lines that are not yet written */
    int64_t synced_ms;  /* when it was last brought to the disk */
};

/* Opens the file, or makes it; stdout for NULL and "-". Returns 0, or -1
 * (told). */
int journal_open(struct journal *j, const char *path);

/* Cuts the file behind its first `whole` bytes, and ends the last of their lines
 * if it has no line end. Returns 0, or -1 (told). */
int journal_cut(struct journal *j, uint64_t whole);

/* Cuts off what stands behind the last line end. The same. */
int journal_mend(struct journal *j);

/* Adds lines; they are written when there are enough of them. 0, or -1 (told;
 * nothing is told when the reader of a pipe has gone away). */
int journal_put(struct journal *j, const char *lines, size_t len);

/* Writes what is pending, and has it on the disk every few seconds. The
 * same. */
int journal_flush(struct journal *j);

/* Writes what is pending, brings it to the disk and closes. The same; nothing is
 * done for a struct {0} or one that is closed. */
int journal_close(struct journal *j);

#endif
