/* Comma-separated values (RFC 4180): reading a small table whose first line
 * names its columns, and writing fields. The table owns its text; cells are
 * NUL-ended. */
#ifndef CSV_H
#define CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "diag.h"

#define CSV_LIMIT ((size_t)16 << 20) /* bytes of a file */

struct csv {
    char *path;   /* owned: for messages */
    struct buf text; /* owned: the file, cut at commas and line ends */
    char **cells; /* owned: rows * columns, the names of columns first */
    size_t count, cap; /* of them */
    size_t columns;
    size_t rows;  /* below the first */
};

/* Reads a file, a pipe or, for "-", stdin. Returns EXIT_OK, or what to exit
 * with (told); either way it ends with csv_release(). */
enum exit_status csv_read(struct csv *c, const char *path);

/* The same of a text, whose memory it takes over; `path` is for messages. */
enum exit_status csv_take(struct csv *c, const char *path, struct buf *text);

/* Whether there is a column of that name. */
bool csv_has(const struct csv *c, const char *column);

/* The cell of a row, from 0, in the column of that name; "" if there is none. */
const char *csv_cell(const struct csv *c, size_t row, const char *column);

/* Appends a field, in quotes where it needs them. */
void csv_put(struct buf *out, const char *text);

void csv_release(struct csv *c);

#endif
