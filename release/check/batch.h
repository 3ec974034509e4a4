/* Lines of people.jsonl that one thread checks together, each by itself. A
 * batch is cut by bytes and lines alone, so that it is the same however many
 * threads there are. */
#ifndef BATCH_H
#define BATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "digest.h"
#include "files/findings.h"
#include "jsonl.h"
#include "records/person.h"

#define BATCH_FILE "people.jsonl"
#define BATCH_LINES 64                /* at most */
#define BATCH_BYTES ((size_t)1 << 18) /* at most, but for a single line */

/* A line, and what was found of it. */
struct batch_line {
    uint64_t number;  /* in the file, from 1 */
    const char *text; /* in the batch; a long one: in the reader */
    size_t len;       /* bytes in it, without its LF */
    bool bad;         /* no line that may hold a record: scan says why */
    bool read;        /* `person` is one of good shape */
    struct json_scan scan;
    struct person person;
    unsigned char leaf[DIGEST_BYTES]; /* digest of its record bytes, if read */
    struct findings findings;         /* told by who takes the line */
};

struct batch {
    struct buf text; /* owned: the lines' bytes */
    struct batch_line lines[BATCH_LINES];
    size_t count;    /* of lines */
};

/* True if a batch can hold no other line beside one of `len` bytes. */
bool batch_is_long(size_t len);

/* True if the batch has no room for another line of `len` bytes. */
bool batch_is_full(const struct batch *b, size_t len);

/* Adds the line that is out of the reader, of that status (JSONL_RECORD or
 * JSONL_BAD); a long one is borrowed from it. */
void batch_add(struct batch *b, const struct jsonl *reader,
               enum jsonl_status status);

/* Checks each line by itself, with a form of this thread's own. */
void batch_check(struct batch *b, struct form *form);

/* Empties it; frees. What one batch of odd lines took is not kept. */
void batch_clear(struct batch *b);
void batch_release(struct batch *b);

#endif
