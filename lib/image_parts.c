#include "config.h"

#include "image_parts.h"

#include <string.h>

#include "image.h"
#include "image_parts_walk.h"

static const unsigned char png_start[8] = {0x89, 'P',  'N',  'G',
                                           '\r', '\n', 0x1a, '\n'};
static const unsigned char jpeg_start[3] = {0xff, 0xd8, 0xff};

enum image_format image_sniff(const void *bytes, size_t len)
{
    if (len >= sizeof png_start &&
        memcmp(bytes, png_start, sizeof png_start) == 0)
        return IMAGE_PNG;
    if (len >= sizeof jpeg_start &&
        memcmp(bytes, jpeg_start, sizeof jpeg_start) == 0)
        return IMAGE_JPEG;
    return IMAGE_NONE;
}

const char *image_extension(enum image_format format)
{
    return format == IMAGE_PNG ? "png" : format == IMAGE_JPEG ? "jpg" : "";
}

const char *image_parts_read(struct image_parts *parts, const void *bytes,
                             size_t len)
{
    const unsigned char *start = bytes;
    *parts = (struct image_parts){.format = image_sniff(bytes, len)};
    if (parts->format == IMAGE_NONE)
        return "is neither PNG nor JPEG";
    const char *wrong =
        parts->format == IMAGE_PNG
            ? image_parts_png(parts, start + sizeof png_start, start + len)
            : image_parts_jpeg(parts, start + 2, start + len);
    if (wrong != NULL)
        return wrong;
    if (parts->width == 0 || parts->height == 0)
        return "has no pixels";
    if (parts->width > IMAGE_SIDE_LIMIT || parts->height > IMAGE_SIDE_LIMIT)
        return "has more than 4096 pixels on a side";
    return NULL;
}
