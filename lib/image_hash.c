#include "config.h"

#include "image.h"

#include <stdio.h>

static uint64_t least(uint64_t a, uint64_t b) { return a < b ? a : b; }

static uint64_t most(uint64_t a, uint64_t b) { return a > b ? a : b; }

/* The shares that lie in [from, to) and in the `step`th run of `size`. */
static uint64_t overlap(uint64_t from, uint64_t to, uint64_t step,
                        uint64_t size)
{
    return least(to, (step + 1) * size) - most(from, step * size);
}

/* Adds `weight` times the grey of a row of pixels to its areas. Lengths are
 * counted so that a pixel is `columns` long and an area as long as the row has
 * pixels: all shares are whole. */
static void spread_row(const unsigned char *rgb, uint32_t width,
                       uint32_t columns, uint64_t weight, uint64_t *sums)
{
    uint64_t area = 0;
    for (uint64_t x = 0; x < width; x++, rgb += 3) {
        uint64_t from = x * columns, to = from + columns;
        uint64_t grey =
            weight * (299u * rgb[0] + 587u * rgb[1] + 114u * rgb[2]);
        while ((area + 1) * width <= from)
            area++;
        for (uint64_t a = area; a * width < to; a++)
            sums[a] += grey * overlap(from, to, a, width);
    }
}

void image_grid(const struct image *image, uint32_t columns, uint32_t rows,
                uint16_t *grid)
{
    uint64_t height = image->height;
    uint64_t whole = height * image->width * 1000;
    for (uint32_t row = 0; row < rows; row++) {
        uint64_t sums[IMAGE_GRID] = {0};
        uint64_t from = row * height, to = from + height;
        for (uint64_t y = from / rows; y * rows < to; y++)
            spread_row(image->rgb + y * image->width * 3, image->width,
                       columns, overlap(from, to, y, rows), sums);
        for (uint32_t column = 0; column < columns; column++)
            *grid++ = (uint16_t)(sums[column] * 256 / whole);
    }
}

uint64_t image_dhash(const struct image *image)
{
    uint16_t grid[8][9];
    uint64_t hash = 0;
    image_grid(image, 9, 8, &grid[0][0]);
    for (int row = 0; row < 8; row++)
        for (int column = 0; column < 8; column++)
            hash = hash << 1 | (grid[row][column] < grid[row][column + 1]);
    return hash;
}

/* cos(k pi / 64) times 2^14, rounded. */
static int64_t cosine(unsigned k)
{
    static const int16_t quarter[33] = {
        16384, 16364, 16305, 16207, 16069, 15893, 15679, 15426, 15137,
        14811, 14449, 14053, 13623, 13160, 12665, 12140, 11585, 11003,
        10394, 9760,  9102,  8423,  7723,  7005,  6270,  5520,  4756,
        3981,  3196,  2404,  1606,  804,   0};
    k %= 128;
    if (k > 64)
        k = 128 - k;
    return k > 32 ? -quarter[64 - k] : quarter[k];
}

/* The 8 by 8 lowest frequencies, by row; at most 2^55 either way. */
static void transform(uint16_t grid[32][32], int64_t low[64])
{
    int64_t columns[8][32] = {{0}};
    for (unsigned v = 0; v < 8; v++)
        for (unsigned y = 0; y < 32; y++)
            for (unsigned x = 0; x < 32; x++)
                columns[v][x] += grid[y][x] * cosine((2 * y + 1) * v);
    for (unsigned v = 0; v < 8; v++)
        for (unsigned u = 0; u < 8; u++) {
            int64_t sum = 0;
            for (unsigned x = 0; x < 32; x++)
                sum += columns[v][x] * cosine((2 * x + 1) * u);
            low[8 * v + u] = sum;
        }
}

/* Twice the median of 64 numbers: the two in the middle added up. */
static int64_t twice_median(const int64_t numbers[64])
{
    int64_t sorted[64];
    for (int i = 0; i < 64; i++) {
        int at = i;
        for (; at > 0 && sorted[at - 1] > numbers[i]; at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = numbers[i];
    }
    return sorted[31] + sorted[32];
}

uint64_t image_phash(const struct image *image)
{
    uint16_t grid[32][32];
    int64_t low[64];
    uint64_t hash = 0;
    image_grid(image, 32, 32, &grid[0][0]);
    transform(grid, low);
    int64_t middle = twice_median(low);
    for (int i = 0; i < 64; i++)
        hash = hash << 1 | (2 * low[i] > middle);
    return hash;
}

unsigned image_hash_distance(uint64_t a, uint64_t b)
{
    return (unsigned)__builtin_popcountll(a ^ b);
}

void image_tint(const struct image *image, uint8_t tint[IMAGE_TINT])
{
    size_t row = (size_t)image->width * 3;
    size_t rows = (image->height + 1) / 2;
    for (size_t i = 0; i < IMAGE_TINT; i++) {
        const unsigned char *half =
            image->rgb + (i < 3 ? 0 : image->height - rows) * row;
        uint64_t sum = 0;
        for (size_t at = i % 3; at < rows * row; at += 3)
            sum += half[at];
        tint[i] = (uint8_t)(sum / (rows * image->width));
    }
}

void image_hash_hex(uint64_t hash, char hex[IMAGE_HASH_HEX + 1])
{
    snprintf(hex, IMAGE_HASH_HEX + 1, "%016llx", (unsigned long long)hash);
}
