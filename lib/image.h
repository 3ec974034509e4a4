/* A picture in memory: red, green and blue, eight bits each, rows from the
 * top, without padding. It owns its bytes until image_release().
 *
 * Its two perceptual hashes are numbers of 64 bits, the same on every machine
 * because all is reckoned in whole numbers. Both look at grey = 299 red + 587
 * green + 114 blue (ITU-R BT.601, in thousandths), averaged over the areas of a
 * coarse grid. Alike pictures have hashes that differ in few bits.
 *
 *   dhash  a grid of 9 columns and 8 rows; a bit is 1 where an area is darker
 *          than the next one to its right (Krawetz, "Kind of Like That", 2013)
 *   phash  a grid of 32 by 32; its discrete cosine transform (DCT-II) both
 *          ways; a bit is 1 where one of the 8 by 8 lowest frequencies lies
 *          above their median (Zauner, "Implementation and Benchmarking of
 *          Perceptual Image Hash Functions", 2010, as in Python's imagehash)
 *
 * The first bit, at the top left, is the highest. */
#ifndef IMAGE_H
#define IMAGE_H

#include <stddef.h>
#include <stdint.h>

#include "digest.h"

#define IMAGE_SIDE_LIMIT 4096 /* pixels, either way */
#define IMAGE_GRID 128 /* areas, either way, that are averaged at once */
#define IMAGE_TINT 6 /* numbers that are a picture's tint */
#define IMAGE_HASH_HEX 16 /* characters of a hash, without NUL */

struct image {
    uint32_t width, height; /* pixels, 1..IMAGE_SIDE_LIMIT; 0 if empty */
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

/* Averages grey over the areas of a grid of `columns` by `rows`, both at most
 * IMAGE_GRID, row by row; each result is times 256 and rounded down: 0
 * to 65280. A pixel that lies in several areas counts in each by its share. */
void image_grid(const struct image *image, uint32_t columns, uint32_t rows,
                uint16_t *grid);

/* The two hashes; how many bits two of them differ in. */
uint64_t image_dhash(const struct image *image);
uint64_t image_phash(const struct image *image);
unsigned image_hash_distance(uint64_t a, uint64_t b);

/* The mean colours of the upper and the lower half, the middle row in both if
 * there is one: red, green and blue, rounded down. What hashes of grey do not
 * see. */
void image_tint(const struct image *image, uint8_t tint[IMAGE_TINT]);

/* A hash as a record has it: lower-case hexadecimal, NUL-ended. */
void image_hash_hex(uint64_t hash, char hex[IMAGE_HASH_HEX + 1]);

#endif
