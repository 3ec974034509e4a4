/* Record bytes: a person's line without its split and without its LF. They are
 * what is committed to, logged and proved before any split exists, so that a
 * record has the same ones before and after it is split. */
#ifndef RECORD_BYTES_H
#define RECORD_BYTES_H

#include <stddef.h>

#include "digest.h"
#include "json_scan.h"
#include "record.h"

#define RECORD_LEAF_LIMIT (DIGEST_HEX + 2 + RECORD_ID_LIMIT) /* bytes */

/* They are two pieces of the line, which is borrowed. */
struct record_bytes {
    const char *head, *tail;
    size_t head_len, tail_len; /* bytes; tail_len is 0 if it has no split */
};

/* Finds them in a checked line of `len` bytes; `scan` is of it. */
void record_bytes_find(struct record_bytes *b, const struct json_scan *scan,
                       const char *line, size_t len);

/* Their SHA-256. */
void record_bytes_digest(const struct record_bytes *b,
                         unsigned char digest[DIGEST_BYTES]);

/* Writes the leaf that stands for a record in a log, "<digest in hex>  <id>"
 * without a line end or NUL. Returns its length. */
size_t record_bytes_leaf(const unsigned char digest[DIGEST_BYTES],
                         const char *id, size_t id_len,
                         char leaf[RECORD_LEAF_LIMIT]);

/* The id in a leaf, which is borrowed. Returns 0, or -1 if it is no leaf of a
 * record. */
int record_bytes_leaf_id(const char *leaf, size_t len, const char **id,
                         size_t *id_len);

#endif
