#include "config.h"

#include "image_check.h"

#include "image_parts.h"
#include "json_write.h"

#define GRID 96
#define FINE 256 /* a grid's numbers are grey times this */

static const char *const words[IMAGE_FAULTS] = {"size", "flat", "blurred",
                                                "metadata"};

static bool sized(const struct image *image)
{
    uint32_t width = image->width, height = image->height;
    return width >= IMAGE_CHECK_SIDE && height >= IMAGE_CHECK_SIDE &&
           width <= 2 * height && height <= 2 * width;
}

/* Both in squares of 1/256 of grey. */
static uint64_t variance(uint16_t grid[GRID][GRID])
{
    uint64_t count = GRID * GRID, sum = 0, squares = 0;
    for (int y = 0; y < GRID; y++)
        for (int x = 0; x < GRID; x++) {
            sum += grid[y][x];
            squares += (uint64_t)grid[y][x] * grid[y][x];
        }
    return (count * squares - sum * sum) / (count * count);
}

static uint64_t laplacian(uint16_t grid[GRID][GRID])
{
    uint64_t squares = 0;
    for (int y = 1; y < GRID - 1; y++)
        for (int x = 1; x < GRID - 1; x++) {
            int64_t l = 4 * grid[y][x] - grid[y - 1][x] - grid[y + 1][x] -
                        grid[y][x - 1] - grid[y][x + 1];
            squares += (uint64_t)(l * l);
        }
    return squares / ((GRID - 2) * (GRID - 2));
}

unsigned image_check(const struct image *image, const void *bytes, size_t len)
{
    uint16_t grid[GRID][GRID];
    struct image_parts parts;
    unsigned faults = 0;
    image_grid(image, GRID, GRID, &grid[0][0]);
    uint64_t spread = variance(grid);
    if (!sized(image))
        faults |= IMAGE_FAULT_SIZE;
    if (spread < IMAGE_CHECK_VARIANCE * FINE * FINE)
        faults |= IMAGE_FAULT_FLAT;
    if (laplacian(grid) * IMAGE_CHECK_SHARPNESS < spread)
        faults |= IMAGE_FAULT_BLURRED;
    if (image_parts_read(&parts, bytes, len) != NULL || parts.extra)
        faults |= IMAGE_FAULT_METADATA;
    return faults;
}

const char *image_fault_word(unsigned place) { return words[place]; }

void image_fault_write(unsigned faults, struct buf *out)
{
    buf_putc(out, '[');
    for (unsigned i = 0, put = 0; i < IMAGE_FAULTS; i++)
        if ((faults >> i & 1) != 0) {
            if (put++ > 0)
                buf_putc(out, ',');
            json_write_text(out, words[i]);
        }
    buf_putc(out, ']');
}
