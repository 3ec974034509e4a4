/* PNG files of pictures, by stb_image_write: eight bits, red, green and blue,
 * no chunk but IHDR, IDAT and IEND. The bytes are a function of the pixels and
 * of stb's version (packages.txt names the package); compression level 8, each
 * row's filter by the least sum of differences, as stb has them. */
#ifndef IMAGE_PNG_H
#define IMAGE_PNG_H

#include "buf.h"
#include "image.h"

/* Appends the file to `out`. Returns 0, or -1 for an empty picture. Any number
 * of threads may call it at once. */
int image_png(const struct image *image, struct buf *out);

#endif
