/* The key of a server: from a file that only its owner may read, or from the
 * environment; never from the command line, where everybody sees it. */
#ifndef SECRET_H
#define SECRET_H

#include "buf.h"
#include "diag.h"

#define SECRET_VARIABLE "PALIMPSEST_KEY"
#define SECRET_LIMIT 4096 /* bytes */

/* Appends the key: the first and only line of the file `path`, or, where that
 * is NULL, the variable's value; nothing if there is neither. Returns EXIT_OK,
 * or what the failure, which is told without the key, means: EXIT_USAGE for a
 * file that others may read, too. */
enum exit_status secret_read(const char *path, struct buf *key);

/* Overwrites the key and frees it. */
void secret_release(struct buf *key);

#endif
