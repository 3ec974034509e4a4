#include "config.h"

#include "image.h"

#include <stdlib.h>

#include "alloc.h"

void image_init(struct image *image, uint32_t width, uint32_t height)
{
    *image = (struct image){width, height,
                            xcalloc((size_t)width * height, 3)};
}

void image_release(struct image *image)
{
    free(image->rgb);
    *image = (struct image){0};
}

size_t image_bytes(const struct image *image)
{
    return (size_t)image->width * image->height * 3;
}

static void put_le32(unsigned char bytes[4], uint32_t number)
{
    for (int i = 0; i < 4; i++)
        bytes[i] = (unsigned char)(number >> (8 * i));
}

void image_pixels_digest(const struct image *image,
                         unsigned char digest[DIGEST_BYTES])
{
    unsigned char size[8];
    put_le32(size, image->width);
    put_le32(size + 4, image->height);
    struct digest_stream s;
    digest_start(&s);
    digest_more(&s, size, sizeof size);
    digest_more(&s, image->rgb, image_bytes(image));
    digest_end(&s, digest);
}
