#include "config.h"

#include "image_png.h"

#include <stdlib.h>

#include "alloc.h"

#define STBIW_MALLOC(size) xmalloc(size, 1)
#define STBIW_REALLOC(old, size) xrealloc(old, size, 1)
#define STBIW_FREE(memory) free(memory)
#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb_image_write.h>

int image_png(const struct image *image, struct buf *out)
{
    int len = 0;
    if (image->rgb == NULL)
        return -1;
    unsigned char *png = stbi_write_png_to_mem(
        image->rgb, (int)image->width * 3, (int)image->width,
        (int)image->height, 3, &len);
    buf_add(out, png, (size_t)len);
    free(png);
    return 0;
}
