/* Rows of a table exported as JSON, one at a time and whatever the size of the
 * file: objects one behind another (JSON lines), or an array of objects, as
 * DuckDB and the datasets library write them. The reader owns one buffer; a
 * row dies at the next json_rows_next(). */
#ifndef LINT_JSON_ROWS_H
#define LINT_JSON_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "json_scan.h"

#define JSON_ROWS_READ 65536 /* bytes read at a time */

enum json_rows_status {
    JSON_ROWS_ROW,
    JSON_ROWS_END,
    JSON_ROWS_BAD,
    JSON_ROWS_ERROR
};

/* Starts all zero but for fd, line, which is 1, and scan.most. */
struct json_rows {
    int fd;                    /* borrowed */
    char data[JSON_ROWS_READ]; /* what was read */
    size_t from, to;           /* of it, not yet looked at */
    uint64_t line;             /* where that stands, from 1 */
    bool array;                /* the rows are in [ ] */
    bool started, ended;       /* a row was there; the ] was there */
    bool separated;            /* a comma was there behind the last row */
    struct buf row;            /* the row now out */
    uint64_t row_line;         /* where it begins */
    struct json_scan scan;     /* of the row */
    const char *reason;        /* static text: why the file is bad at `line` */
};

/* The next row, which is a checked JSON object. After JSON_ROWS_BAD (reason)
 * and JSON_ROWS_ERROR (errno) there is none. */
enum json_rows_status json_rows_next(struct json_rows *r);

void json_rows_release(struct json_rows *r);

#endif
