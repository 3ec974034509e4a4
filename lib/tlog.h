/* The log of a release, read: its checkpoint, hashes and leaves, each from the
 * few files that hold them (tile.h). No link is followed, and no file read that
 * is larger than it may be. Memory: a tile a level, a bundle of leaves. */
#ifndef TLOG_H
#define TLOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "checkpoint.h"
#include "diag.h"
#include "digest.h"
#include "merkle.h"
#include "tile.h"

#define TLOG_FOLDER "log" /* in a release */

/* The file of a level that was read last. */
struct tlog_tile {
    struct buf bytes;
    uint64_t n;
    bool there; /* bytes and n mean something */
};

struct tlog {
    const char *release; /* borrowed: its folder's name, for messages */
    int folder;          /* owned: descriptor of the release */
    struct buf text;     /* of the checkpoint */
    struct checkpoint checkpoint; /* in text */
    struct tlog_tile tiles[TILE_LEVELS], leaves;
};

/* Opens the log of a release and reads its checkpoint. Returns EXIT_OK, or what
 * to exit with (told); either way it ends with tlog_close(). */
enum exit_status tlog_open(struct tlog *t, const char *release);

/* Reads the hashes of `count` ranges, as merkle_inclusion() and
 * merkle_consistency() name them, of a tree no larger than the checkpoint's.
 * Returns EXIT_OK, or what to exit with (told). */
enum exit_status tlog_hashes(struct tlog *t,
                             const struct merkle_range *ranges, size_t count,
                             unsigned char hashes[][DIGEST_BYTES]);

/* Reads leaf `index`, below the checkpoint's size: borrowed until the next
 * read. Returns EXIT_OK, or what to exit with (told). */
enum exit_status tlog_leaf(struct tlog *t, uint64_t index, const char **leaf,
                           size_t *len);

void tlog_close(struct tlog *t);

#endif
