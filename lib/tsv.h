/* A table of text: UTF-8 without control characters, one row a line, columns
 * parted by one TAB. Lines that start with "# " at the top are comments
 * (source, licence), the first line behind them names the columns. "-" is an
 * empty cell. The table owns its text; cells are NUL-ended and valid until
 * tsv_release(). */
#ifndef TSV_H
#define TSV_H

#include <stddef.h>

#define TSV_FILE_LIMIT ((size_t)64 << 20) /* bytes */
#define TSV_ROWS ((size_t)1 << 20)        /* at most, where no less is said */
#define TSV_CELL_LIMIT 4096               /* bytes */

/* What a function that reads tables returns, besides 0. Either is told. */
enum tsv_failure {
    TSV_BAD = -1,        /* what the table holds is not right */
    TSV_UNREADABLE = -2, /* the file cannot be read */
};

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
 * given (blank-separated). Returns 0, TSV_BAD or TSV_UNREADABLE. */
int tsv_read(struct tsv *t, const char *folder, const char *name,
             const char *columns);

/* The cell; "" for "-". */
const char *tsv_cell(const struct tsv *t, size_t row, size_t column);

/* The row's line in the file, from 1. */
size_t tsv_line(const struct tsv *t, size_t row);

/* Checks the number of rows. Returns 0, or TSV_BAD. */
int tsv_check_rows(const struct tsv *t, size_t least, size_t most);

/* Checks the cells of some columns (1 for the first, 2 for the second, 4 for
 * the third and so on, added up): none may be empty, and no two rows may have
 * the same cells there. Returns 0, or TSV_BAD. */
int tsv_check_keys(const struct tsv *t, unsigned columns);

/* Tells that something in a row is wrong; returns TSV_BAD. */
int tsv_fail(const struct tsv *t, size_t row, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

void tsv_release(struct tsv *t);

#endif
