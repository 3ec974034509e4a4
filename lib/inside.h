/* Files that records name, inside a folder: paths such as "f0001/f0001_p.png",
 * which lead nowhere else, and are opened without following any link. */
#ifndef INSIDE_H
#define INSIDE_H

#include <stdbool.h>

#define INSIDE_NAME_LIMIT 255  /* bytes of a name */
#define INSIDE_PATH_LIMIT 1024 /* bytes of a path */

/* True if `path` is names of A-Z a-z 0-9 . _ - parted by single slashes, none
 * of them "." or "..", and neither a name nor all of it is too long. */
bool inside_valid(const char *path);

/* Opens a regular file for reading. Returns its descriptor, or -1 with errno:
 * ELOOP if there is a link or anything but a folder on the way, or if what is
 * there is no regular file. */
int inside_open(int folder, const char *path);

/* The same in a folder that is given by its name, which may be a link. */
int inside_open_in(const char *folder, const char *path);

#endif
