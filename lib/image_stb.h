/* PNG and JPEG decoded by stb_image in this process: for the caged child and
 * for tests; everybody else calls image_decode(). Only these two formats are
 * compiled in, without SIMD, so that every machine gets the same pixels. */
#ifndef IMAGE_STB_H
#define IMAGE_STB_H

#include <stddef.h>

#include "arena.h"
#include "image_parts.h"

enum image_stb {
    IMAGE_STB_OK,
    IMAGE_STB_BAD,    /* not decodable, or not what `parts` promised */
    IMAGE_STB_MEMORY, /* the arena is too small */
};

/* Decodes a file whose parts were read. *rgb gets 3 * width * height bytes, in
 * the arena. All memory is the arena's. */
enum image_stb image_stb_decode(const void *bytes, size_t len,
                                const struct image_parts *parts,
                                struct arena *arena, unsigned char **rgb);

#endif
