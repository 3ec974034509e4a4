/* Checkpoints (C2SP, tlog-checkpoint): what a log says of itself, a signed note
 * (note.h) of three lines:
 *
 *   <origin>
 *   <number of leaves, in decimal>
 *   <base64 of the root>
 *
 * Lines that extend it are for others; here they are refused. The key's name
 * is the origin. */
#ifndef CHECKPOINT_H
#define CHECKPOINT_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "digest.h"
#include "note.h"

#define CHECKPOINT_LIMIT NOTE_LIMIT /* bytes */

/* A checkpoint that was read; it points into the bytes it was read from. */
struct checkpoint {
    struct note note;
    const char *origin; /* may be a key's name; not NUL-ended */
    size_t origin_len;
    uint64_t size; /* leaves */
    unsigned char root[DIGEST_BYTES];
};

/* Reads a checkpoint. Returns NULL, or a static text that says what is
 * wrong. */
const char *checkpoint_parse(struct checkpoint *c, const char *bytes,
                             size_t len);

/* Whether the log's key signed it. */
enum note_verdict
checkpoint_verify(const struct checkpoint *c,
                  const unsigned char public_key[SIGN_PUBLIC]);

/* Appends a checkpoint: its lines, the blank one and, if `secret` is not NULL,
 * the signature. */
void checkpoint_write(const char *origin, uint64_t size,
                      const unsigned char root[DIGEST_BYTES],
                      const unsigned char *secret, struct buf *out);

#endif
