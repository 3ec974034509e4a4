/* A folder that appears whole or not at all: it is made beside its name, as
 * ".NAME.XXXXXX", and renamed as the last act. What a killed process leaves
 * behind never has the name. */
#ifndef STAGING_H
#define STAGING_H

#include <stdbool.h>

#include "diag.h"

/* What such a folder is, so that --replace takes nothing else. */
struct staging_kind {
    const char *noun;           /* "release" */
    const char *const *entries; /* all that it may hold; ends in NULL */
    const char *mark_file;      /* one of them, and how that begins */
    const char *mark;           /* at most 127 bytes */
};

struct staging {
    const struct staging_kind *kind; /* borrowed */
    char *target; /* owned: the name, without slashes at its end */
    char *beside; /* owned: the folder written to, or NULL */
    bool replace; /* one of its kind of that name may be replaced */
};

/* Looks whether `path` may become a folder: it must not exist, or be empty;
 * with `replace` it may be one of its kind. Returns EXIT_OK, or what to exit
 * with (told). */
enum exit_status staging_init(struct staging *s,
                              const struct staging_kind *kind,
                              const char *path, bool replace);

/* Makes the folder beside. Returns 0, or -1 (told). */
int staging_open(struct staging *s);

/* Syncs the folder and gives it its name. Returns EXIT_OK, or what to exit
 * with (told). */
enum exit_status staging_commit(struct staging *s);

/* Removes the folder beside, if it is still there. */
void staging_close(struct staging *s);

#endif
