/* Where a tool's data goes: stdout, or a file written beside its name, synced
 * and renamed when it is whole. Nothing is lost silently: every failure is
 * told once, with the system's reason.
 *
 * SIGINT, SIGTERM and SIGHUP remove unfinished files before they end the
 * process, unless they are ignored or the tool catches them itself. */
#ifndef OUT_H
#define OUT_H

#include <stddef.h>
#include <stdio.h>

#include "buf.h"

#define OUT_UNFINISHED 2 /* files at once that a signal removes */

struct out {
    FILE *fp;     /* stdout, or the file beside */
    char *path;   /* owned: the final name; NULL for stdout */
    char *beside; /* owned: the name written to until then, or NULL */
};

/* Opens `path`, or stdout for NULL and "-". A device or a named pipe is written
 * to directly; a link is followed; the mode of a file that is there is kept.
 * Returns 0, or -1 (told). */
int out_open(struct out *o, const char *path);

/* Writes bytes, which may be NULL where there are none. Returns 0, or -1 (told;
 * nothing is told when the reader of a pipe has gone away). */
int out_write(struct out *o, const void *bytes, size_t len);

/* Flushes, syncs and renames, or closes stdout. Returns 0, or -1 (told). */
int out_commit(struct out *o);

/* Removes the unfinished file. Safe after out_commit, and on a struct {0}. */
void out_abort(struct out *o);

/* Writes a whole small file at `path` at once, as above. */
int out_file(const char *path, const void *bytes, size_t len);

/* "folder/.name.XXXXXX" for "folder/name", as mkstemp() wants it, never longer
 * than a name may be; the caller frees it. */
char *out_beside(const char *path);

/* Syncs the folder that holds `path`, so that its names last. Returns 0, or -1
 * with errno. */
int out_sync_parent(const char *path);

#endif
