#include "config.h"

#include "tile.h"

#define LEVEL_BITS 8 /* a tile is a tree of so many levels */

uint64_t tile_count(unsigned level, uint64_t size)
{
    if (level == TILE_ENTRIES)
        return size;
    return level < TILE_LEVELS ? size >> (LEVEL_BITS * level) : 0;
}

unsigned tile_width(unsigned level, uint64_t n, uint64_t size)
{
    uint64_t count = tile_count(level, size), whole = count / TILE_WIDTH;
    if (n < whole)
        return TILE_WIDTH;
    return n == whole ? (unsigned)(count % TILE_WIDTH) : 0;
}

void tile_path(unsigned level, uint64_t n, unsigned width, struct buf *out)
{
    uint64_t unit = 1; /* the highest power of 1000 that is in n */
    if (level == TILE_ENTRIES)
        buf_puts(out, "tile/entries/");
    else
        buf_printf(out, "tile/%u/", level);
    while (n / unit >= 1000)
        unit *= 1000;
    for (; unit > 1; unit /= 1000)
        buf_printf(out, "x%03u/", (unsigned)(n / unit % 1000));
    buf_printf(out, "%03u", (unsigned)(n % 1000));
    if (width < TILE_WIDTH)
        buf_printf(out, ".p/%u", width);
}

void tile_put_leaf(const void *leaf, size_t len, struct buf *out)
{
    buf_putc(out, (char)(len >> 8));
    buf_putc(out, (char)len);
    buf_add(out, leaf, len);
}
