/* What the beacon gave for a commitment: reveal.json, one line of JSON and a
 * LF, in one spelling. All of it follows from the commitment and the beacon's
 * answer.
 *
 *   {"schema":"palimpsest/reveal/1","commit":SHA-256 of commit.json,
 *    "chain":HASH,"round":N,"signature":..,"previous_signature":..,
 *    "randomness":..,"seed":"drand:.."}
 *
 * The previous signature is there where the chain's rounds are chained. */
#ifndef REVEAL_H
#define REVEAL_H

#include "beacon.h"
#include "buf.h"
#include "commit.h"

#define REVEAL_SCHEMA "palimpsest/reveal/1"
#define REVEAL_LIMIT ((size_t)1 << 16) /* bytes in the file */

/* Appends the file's content. The answer is for the round committed to. */
void reveal_write(const struct commit *c, const struct beacon_answer *a,
                  struct buf *out);

/* Reads the content of a file about commitment `c`, which was read. Returns
 * NULL, or a static text that says what is wrong. */
const char *reveal_read(struct beacon_answer *a, const struct commit *c,
                        const char *text, size_t len);

#endif
