/* The one reader of JSON lines: a line, its strict check, its top-level
 * members. A line ends in LF or at the end of the input; blank lines are bad
 * lines. The reader owns one buffer; a line and its members point into it and
 * die at the next jsonl_next(). */
#ifndef JSONL_H
#define JSONL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "json_scan.h"

#define JSONL_LINE_LIMIT ((size_t)64 << 20) /* bytes in a line */

enum jsonl_status {
    JSONL_RECORD, /* line, len, scan hold a checked JSON text */
    JSONL_END,    /* the input is at its end */
    JSONL_BAD,    /* the line is not JSON: scan.reason, scan.column */
    JSONL_ERROR,  /* reading failed: errno */
};

struct jsonl {
    int fd;           /* borrowed */
    char *data;       /* owned: the read buffer */
    size_t cap;       /* bytes allocated */
    size_t from, to;  /* unread bytes in it */
    size_t taken;     /* bytes at `from` that the line now out uses: its own,
                         and its LF if it has one */
    bool cut;         /* the line goes on behind line, len */
    const char *line; /* the line without LF */
    size_t len;       /* bytes in it */
    uint64_t number;  /* its number, from 1 */
    struct json_scan scan;
};

void jsonl_init(struct jsonl *r, int fd);

/* The next line. After JSONL_BAD the reader goes on with the line behind it;
 * of a line beyond the limit only the first bytes are in line, len. After
 * JSONL_ERROR with EAGAIN, where fd does not block, it may be called again. */
enum jsonl_status jsonl_next(struct jsonl *r);

/* The next line, not yet checked: JSONL_RECORD stands for any that is neither
 * empty nor beyond the limit. For who checks lines elsewhere. */
enum jsonl_status jsonl_line(struct jsonl *r);

/* The next piece of a line beyond the limit, in line, len. Returns 1, 0 at the
 * line's end, or -1 with errno. */
int jsonl_more(struct jsonl *r);

void jsonl_release(struct jsonl *r);

#endif
