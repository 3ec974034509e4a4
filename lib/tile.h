/* The files of a log in tiles (C2SP, tlog-tiles), by their names and sizes:
 *
 *   tile/<level>/<N>         256 hashes: at level 0 of leaves, above of whole
 *                            tiles of the level below
 *   tile/entries/<N>         the 256 leaves themselves, each behind its length,
 *                            a big-endian uint16
 *   tile/<level>/<N>.p/<W>   the last of a level, where it holds W < 256
 *
 * N counts from 0 and is written in threes: 1234067 is x001/x234/067. */
#ifndef TILE_H
#define TILE_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "digest.h"

#define TILE_WIDTH 256 /* hashes in a whole tile */
#define TILE_BYTES (TILE_WIDTH * DIGEST_BYTES)
#define TILE_LEVELS 8        /* that a log of 2^64 - 1 leaves can have */
#define TILE_ENTRIES 64      /* instead of a level: the leaves themselves */
#define TILE_LEAF_LIMIT 65535 /* bytes in a leaf */

/* Hashes (or leaves) that a log of `size` leaves has at a level. */
uint64_t tile_count(unsigned level, uint64_t size);

/* How many of them are in tile `n` of the level: 1 to TILE_WIDTH, or 0 if the
 * log has no such tile. */
unsigned tile_width(unsigned level, uint64_t n, uint64_t size);

/* Appends the name of a tile that holds `width` of them. */
void tile_path(unsigned level, uint64_t n, unsigned width, struct buf *out);

/* Appends a leaf of at most TILE_LEAF_LIMIT bytes, with its length. */
void tile_put_leaf(const void *leaf, size_t len, struct buf *out);

#endif
