/* A whole small file in memory. */
#ifndef FILE_H
#define FILE_H

#include <stddef.h>

#include "buf.h"

/* Appends the content of the regular file `path` to `b`. Returns 0, or -1
 * with errno: EFBIG beyond `limit` bytes, EINVAL if it is no regular file. */
int file_read(const char *path, size_t limit, struct buf *b);

/* The same for an open file, which stays open. */
int file_read_fd(int fd, size_t limit, struct buf *b);

/* Appends what comes from a pipe, or any open file, until its end. Returns 0,
 * or -1 with errno, EFBIG beyond `limit` bytes. */
int file_read_stream(int fd, size_t limit, struct buf *b);

/* Appends the content of what a user names: a file, a pipe, or, for "-", stdin.
 * Returns 0, or -1 with errno, EFBIG beyond `limit` bytes. */
int file_read_named(const char *path, size_t limit, struct buf *b);

/* "folder/name"; the caller frees it. */
char *file_join(const char *folder, const char *name);

#endif
