/* A table of text: UTF-8, one row a line, columns parted by one TAB. Lines
 * that start with "# " at the top are comments (source, licence), the first
 * line behind them names the columns. "-" is an empty cell. The table owns
 * its text; cells are NUL-ended and valid until tsv_release(). */
#ifndef TSV_H
#define TSV_H

#include <stddef.h>

#define TSV_FILE_LIMIT ((size_t)64 << 20) /* bytes */

struct tsv {
    char *path;   /* owned: for messages */
    char *text;   /* owned: the file, cut at TABs and line ends */
    size_t size;  /* bytes of the file */
    char **cells; /* owned: rows * columns, row by row; "" for "-" */
    size_t rows;
    size_t columns;
    size_t first_line; /* line number of the first row, from 1 */
};

/* Reads `folder`/`name`, whose header must be exactly the `columns` names
 * given (blank-separated). Returns 0, or -1 (told). */
int tsv_read(struct tsv *t, const char *folder, const char *name,
             const char *columns);

/* The cell; "" for "-". */
const char *tsv_cell(const struct tsv *t, size_t row, size_t column);

/* Tells that something in a row is wrong; returns -1. */
int tsv_fail(const struct tsv *t, size_t row, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

void tsv_release(struct tsv *t);

#endif
