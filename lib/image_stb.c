#include "config.h"

#include "image_stb.h"

#include <limits.h>
#include <stdint.h>

#include "image.h"

/* stb takes memory by name, so that the arena is this thread's for a while. */
static _Thread_local struct arena *memory;
static _Thread_local bool short_of; /* memory */

static void *take(size_t size)
{
    void *piece = arena_alloc(memory, size);
    short_of = short_of || piece == NULL;
    return piece;
}

static void *grow(void *old, size_t old_size, size_t size)
{
    void *piece = arena_grow(memory, old, old_size, size);
    short_of = short_of || piece == NULL;
    return piece;
}

static void give_back(const void *piece) { (void)piece; }

#define STBI_MALLOC(size) take(size)
#define STBI_REALLOC_SIZED(old, old_size, size) grow(old, old_size, size)
#define STBI_FREE(piece) give_back(piece)
#define STBI_MAX_DIMENSIONS IMAGE_SIDE_LIMIT
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#define STBI_NO_SIMD
#define STBI_NO_LINEAR
#define STBI_NO_FAILURE_STRINGS
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-but-set-variable"
#include <stb_image.h>

enum image_stb image_stb_decode(const void *bytes, size_t len,
                                const struct image_parts *parts,
                                struct arena *arena, unsigned char **rgb)
{
    int width = 0, height = 0, channels;
    memory = arena;
    short_of = false;
    *rgb = len <= INT_MAX ? stbi_load_from_memory(bytes, (int)len, &width,
                                                  &height, &channels, 3)
                          : NULL;
    memory = NULL;
    if (*rgb == NULL)
        return short_of ? IMAGE_STB_MEMORY : IMAGE_STB_BAD;
    bool promised = (uint32_t)width == parts->width &&
                    (uint32_t)height == parts->height;
    return promised ? IMAGE_STB_OK : IMAGE_STB_BAD;
}
