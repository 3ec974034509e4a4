/* Files in the folder of images that no record names. */
#ifndef UNLISTED_H
#define UNLISTED_H

#include <stdint.h>

#include "gallery.h"

#define UNLISTED_DEPTH 64 /* folders inside one another */

/* Walks `folder` and tells all but folders that the sorted gallery does not
 * name, whatever they are; the pins that mkimages keeps beside pictures
 * ("f0001_p.json") pass with their pictures. Returns how many it told, or -1 if
 * something could not be read (told). */
int64_t unlisted_tell(const struct gallery *g, const char *folder);

#endif
