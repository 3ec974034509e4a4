/* The two walks behind image_parts_read(), a file each. Both begin behind the
 * bytes that tell the format. */
#ifndef IMAGE_PARTS_WALK_H
#define IMAGE_PARTS_WALK_H

#include "image_parts.h"

/* Fill width, height and extra. Return NULL, or what is wrong. */
const char *image_parts_png(struct image_parts *parts,
                            const unsigned char *at, const unsigned char *end);
const char *image_parts_jpeg(struct image_parts *parts,
                             const unsigned char *at,
                             const unsigned char *end);

#endif
