/* A file whose parts are right is decoded or not, but never to more than its
 * header says. This is what the caged child does, here in one process. */
#include "config.h"

#include <stdlib.h>

#include "arena.h"
#include "image_parts.h"
#include "image_stb.h"
#include "target.h"

static volatile unsigned sum; /* of all bytes, so that all of them are read */

#define MEMORY ((size_t)16 << 20) /* bytes: small, so that it runs out too */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena arena;
    struct image_parts parts;
    unsigned char *rgb = NULL;
    if (arena.base == NULL && arena_open(&arena, MEMORY) < 0)
        abort();
    if (image_parts_read(&parts, data, size) == NULL &&
        image_stb_decode(data, size, &parts, &arena, &rgb) == IMAGE_STB_OK) {
        for (size_t i = 0; i < (size_t)parts.width * parts.height * 3; i++)
            sum += rgb[i];
    }
    arena_clear(&arena);
    return 0;
}
