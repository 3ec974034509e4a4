#include "config.h"

#include "image_parts_walk.h"

#include <string.h>

/* A chunk: length of the data (4 bytes, big end first), type (4 letters, a
 * lower-case first one for what a decoder may skip), data, sum (4 bytes). */
struct chunk {
    const unsigned char *type; /* the data stands 4 bytes behind it */
    size_t len;                /* of the data */
};

static uint32_t be32(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 |
           (uint32_t)at[2] << 8 | at[3];
}

/* CRC-32 as PNG has it (polynomial edb88320, reflected), by half bytes. */
static uint32_t sum(const unsigned char *bytes, size_t len)
{
    static const uint32_t halves[16] = {
        0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac,
        0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
        0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
        0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c};
    uint32_t crc = 0xffffffff;
    for (size_t i = 0; i < len; i++) {
        crc ^= bytes[i];
        crc = crc >> 4 ^ halves[crc & 15];
        crc = crc >> 4 ^ halves[crc & 15];
    }
    return ~crc;
}

/* Reads the chunk at `at`. Returns NULL, or what is wrong. */
static const char *read_chunk(struct chunk *c, const unsigned char *at,
                              const unsigned char *end)
{
    if (end - at < 12 || be32(at) > (size_t)(end - at) - 12)
        return "ends in the middle of a chunk";
    c->type = at + 4;
    c->len = be32(at);
    if (sum(c->type, c->len + 4) != be32(c->type + 4 + c->len))
        return "has a chunk with a wrong sum";
    return NULL;
}

static bool is(const struct chunk *c, const char *type)
{
    return memcmp(c->type, type, 4) == 0;
}

/* True for a chunk that is no extra. */
static bool plain(const struct chunk *c)
{
    static const struct {
        const char *type;
        size_t most; /* bytes of data, at most; SIZE_MAX for any number */
    } known[] = {
        {"IHDR", 13}, {"PLTE", 768}, {"tRNS", 256}, {"IDAT", SIZE_MAX},
        {"IEND", 0},  {"gAMA", 4},   {"cHRM", 32},  {"sRGB", 1},
        {"sBIT", 4},  {"bKGD", 6},   {"pHYs", 9},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (is(c, known[i].type))
            return c->len <= known[i].most;
    return false;
}

/* What is wrong with a chunk where it stands, or NULL. */
static const char *check_chunk(const struct chunk *c, bool first)
{
    if (first != is(c, "IHDR") || (first && c->len != 13))
        return "does not begin with its one header";
    bool needed = (c->type[0] & 0x20) == 0;
    if (needed && !is(c, "IHDR") && !is(c, "PLTE") && !is(c, "IDAT") &&
        !is(c, "IEND"))
        return "has a chunk that no decoder may skip and this one lacks";
    return NULL;
}

const char *image_parts_png(struct image_parts *parts,
                            const unsigned char *at, const unsigned char *end)
{
    struct chunk c = {NULL, 0};
    bool pixels = false;
    do {
        bool first = c.type == NULL;
        const char *wrong = read_chunk(&c, at, end);
        if (wrong == NULL)
            wrong = check_chunk(&c, first);
        if (wrong != NULL)
            return wrong;
        if (first) {
            parts->width = be32(c.type + 4);
            parts->height = be32(c.type + 8);
        }
        pixels = pixels || is(&c, "IDAT");
        parts->extra = parts->extra || !plain(&c);
        at += c.len + 12;
    } while (!is(&c, "IEND"));
    parts->extra = parts->extra || at != end;
    return pixels ? NULL : "has no picture in it";
}
