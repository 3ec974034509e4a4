/* The Merkle log of a release, log/ (palimpsest-log(5)): one leaf a person, in
 * the order of ids. mkrelease writes its files while it writes the people,
 * ckrelease makes them again and compares them. In memory: a tile a level, and
 * one bundle of leaves. */
#ifndef LOG_H
#define LOG_H

#include <stdint.h>

#include "buf.h"
#include "files/findings.h"
#include "files/tree.h"
#include "merkle.h"
#include "sign.h"
#include "tile.h"

#define LOG_CHECKPOINT "log/checkpoint"

/* A level, of which the tile that is being filled is in memory. */
struct log_level {
    unsigned char hashes[TILE_WIDTH][DIGEST_BYTES];
    uint64_t count; /* hashes that were added to the level */
};

struct log {
    const char *folder;        /* borrowed: of the release */
    struct findings *findings; /* borrowed; NULL: write, else compare */
    struct tree *tree;         /* borrowed, or NULL: explained there */
    struct merkle merkle;      /* what merkle_root() is asked of */
    struct log_level levels[TILE_LEVELS];
    struct buf leaves;         /* owned: the bundle that is being filled */
};

/* Starts a log without leaves; it ends with log_close(). */
void log_open(struct log *l, const char *folder, struct findings *findings,
              struct tree *tree);

/* Adds a person: the SHA-256 of the record bytes, the id. Returns 0, or -1
 * (told). */
int log_add(struct log *l, const unsigned char digest[DIGEST_BYTES],
            const char *id, size_t id_len);

/* Ends the tiles. Returns 0, or -1 (told). */
int log_finish(struct log *l);

/* Writes the checkpoint, signed if `secret` is not NULL; after log_finish().
 * Returns 0, or -1 (told). */
int log_sign(const struct log *l, const char *origin,
             const unsigned char *secret);

/* Checks the checkpoint that is there: its origin, if that is known, and that
 * `public_key`, if there is one, made its signature, if it has any; what is
 * wrong becomes findings. Returns 0, or -1 (told). */
int log_check(const struct log *l, const char *origin,
              const unsigned char *public_key);

void log_close(struct log *l);

#endif
