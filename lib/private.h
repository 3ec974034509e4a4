/* Files that hold a secret: read only if nobody else may read them, and made so
 * that nobody ever could. */
#ifndef PRIVATE_H
#define PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Reads a regular file, or a named pipe, of at most `limit` bytes into `bytes`,
 * which is memory for secrets (wiped.h). Its mode must be 0600 or less. Returns
 * 0 and its length in *len, or -1 (told). */
int private_read(const char *path, char *bytes, size_t limit, size_t *len);

/* A file that is written whole beside its name before it takes it. */
struct private_file {
    char *path;   /* owned */
    char *beside; /* owned, or NULL: it has its name, or was never made */
};

/* Writes and syncs a file of mode `mode` beside `path`. Returns 0, or -1
 * (told); either way it ends with private_abort(). */
int private_stage(struct private_file *f, const char *path, mode_t mode,
                  const void *bytes, size_t len);

/* Gives it its name; a file that has it is replaced, or else the name must be
 * free. Returns 0, or -1 (told). */
int private_commit(struct private_file *f, bool replace);

/* Removes what is still beside, and frees. Safe on {0}. */
void private_abort(struct private_file *f);

#endif
