/* A picture in memory: red, green and blue, eight bits each, rows from the
 * top, without padding. It owns its bytes until image_release(). */
#ifndef IMAGE_H
#define IMAGE_H

#include <stddef.h>
#include <stdint.h>

#include "digest.h"

struct image {
    uint32_t width, height; /* pixels */
    unsigned char *rgb;     /* owned: 3 * width * height bytes; NULL if empty */
};

/* A picture of that size, all black. */
void image_init(struct image *image, uint32_t width, uint32_t height);

/* Frees the pixels; safe on a struct {0}, and twice. */
void image_release(struct image *image);

/* Bytes of its pixels. */
size_t image_bytes(const struct image *image);

/* SHA-256 of LE32 width, LE32 height and the pixels: what a record calls
 * pixels_sha256. */
void image_pixels_digest(const struct image *image,
                         unsigned char digest[DIGEST_BYTES]);

#endif
