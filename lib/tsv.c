#include "config.h"

#include "tsv.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "diag.h"
#include "file.h"
#include "utf8.h"

static int fail_at(const struct tsv *t, size_t line, const char *what)
{
    diag_at((struct diag_place){t->path, line, NULL}, "%s", what);
    return TSV_BAD;
}

size_t tsv_line(const struct tsv *t, size_t row)
{
    return t->first_line + row;
}

int tsv_fail(const struct tsv *t, size_t row, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return fail_at(t, tsv_line(t, row), text);
}

/* Looks at all bytes of the file, which ends in a line end. */
static int check_text(const struct tsv *t)
{
    size_t line = 1;
    for (size_t at = 0, step; at < t->size; at += step) {
        step = utf8_length(t->text + at, t->size - at);
        if (step == 0)
            return fail_at(t, line, "a table must be UTF-8 text");
        uint32_t point = utf8_decode(t->text + at, &step);
        if (point == '\n')
            line++;
        else if (point != '\t' &&
                 (point < 0x20 || (point >= 0x7f && point < 0xa0)))
            return fail_at(t, line, "a table must not hold control "
                                    "characters");
    }
    return 0;
}

static int load(struct tsv *t)
{
    struct buf b = BUF_EMPTY;
    if (file_read(t->path, TSV_FILE_LIMIT, &b) < 0) {
        int reason = errno;
        buf_release(&b);
        if (reason == EFBIG)
            return fail_at(t, 0, "a table has 64 MiB at most");
        errno = reason;
        diag_errno("cannot read %s", t->path);
        return TSV_UNREADABLE;
    }
    buf_string(&b);
    t->size = b.len;
    t->text = b.data;
    if (b.len == 0 || b.data[b.len - 1] != '\n')
        return fail_at(t, 1, "a table must end in a line end");
    return check_text(t);
}

/* Skips the comments and checks the header. Returns the first row, or NULL
 * (told). */
static char *check_header(struct tsv *t, const char *columns)
{
    char *at = t->text, *end = t->text + t->size;
    size_t line = 1;
    for (; at < end && at[0] == '#'; line++)
        at = strchr(at, '\n') + 1;
    char *lf = at < end ? strchr(at, '\n') : NULL;
    if (lf == NULL) {
        fail_at(t, line, "a table needs a line that names its columns");
        return NULL;
    }
    *lf = '\0';
    bool blank = strchr(at, ' ') != NULL;
    for (char *tab = at; (tab = strchr(tab, '\t')) != NULL;)
        *tab = ' ';
    if (blank || strcmp(at, columns) != 0) {
        diag_at((struct diag_place){t->path, line, NULL},
                "the columns must be: %s", columns);
        return NULL;
    }
    t->columns = 1;
    for (const char *c = columns; *c != '\0'; c++)
        t->columns += *c == ' ';
    t->first_line = line + 1;
    return lf + 1;
}

/* How many lines there are from `at` on. */
static size_t count_lines(const char *at)
{
    size_t lines = 0;
    while ((at = strchr(at, '\n')) != NULL) {
        lines++;
        at++;
    }
    return lines;
}

/* Cuts one row, which ends at `lf`, into cells. */
static int cut_row(struct tsv *t, char *at, char *lf)
{
    *lf = '\0';
    size_t column = 0;
    for (;;) {
        char *tab = strchr(at, '\t');
        if (column == t->columns || at[0] == '\0' || at[0] == '\t')
            return tsv_fail(t, t->rows, "a row must have %zu cells, none empty",
                            t->columns);
        if (tab != NULL)
            *tab = '\0';
        if (strlen(at) > TSV_CELL_LIMIT)
            return tsv_fail(t, t->rows, "a cell has %d bytes at most",
                            TSV_CELL_LIMIT);
        char *cell = strcmp(at, "-") != 0 ? at : at + 1;
        t->cells[t->rows * t->columns + column++] = cell;
        if (tab == NULL)
            break;
        at = tab + 1;
    }
    if (column != t->columns)
        return tsv_fail(t, t->rows, "a row must have %zu cells, not %zu",
                        t->columns, column);
    t->rows++;
    return 0;
}

int tsv_read(struct tsv *t, const char *folder, const char *name,
             const char *columns)
{
    *t = (struct tsv){.path = file_join(folder, name)};
    int rc = load(t);
    if (rc < 0)
        return rc;
    char *at = check_header(t, columns);
    if (at == NULL)
        return TSV_BAD;
    size_t rows = count_lines(at);
    if (rows > TSV_ROWS)
        return tsv_fail(t, TSV_ROWS, "a table has %zu rows at most", TSV_ROWS);
    t->cells = xcalloc(rows * t->columns, sizeof *t->cells);
    for (size_t i = 0; i < rows; i++) {
        char *lf = strchr(at, '\n');
        if (cut_row(t, at, lf) < 0)
            return TSV_BAD;
        at = lf + 1;
    }
    return 0;
}

const char *tsv_cell(const struct tsv *t, size_t row, size_t column)
{
    return t->cells[row * t->columns + column];
}

int tsv_check_rows(const struct tsv *t, size_t least, size_t most)
{
    if (t->rows > most)
        return tsv_fail(t, most, "the table has %zu rows, %zu at most",
                        t->rows, most);
    if (t->rows < least)
        return tsv_fail(t, t->rows, "the table has %zu rows, %zu at least",
                        t->rows, least);
    return 0;
}

/* A row to be compared by some of its columns. */
struct key {
    char *const *cells; /* borrowed */
    unsigned columns;   /* one bit each */
};

/* The last of the columns. */
static const char *last_cell(const struct key *key)
{
    unsigned i = 0;
    while (key->columns >> i > 1)
        i++;
    return key->cells[i];
}

static int compare_cells(const struct key *a, const struct key *b)
{
    int order = 0;
    for (unsigned i = 0; order == 0 && a->columns >> i != 0; i++)
        if ((a->columns >> i & 1) != 0)
            order = strcmp(a->cells[i], b->cells[i]);
    return order;
}

/* Rows with the same cells keep the order of the table. */
static int by_cells(const void *a, const void *b)
{
    const struct key *x = a, *y = b;
    int order = compare_cells(x, y);
    if (order != 0)
        return order;
    return x->cells < y->cells ? -1 : x->cells > y->cells;
}

/* Lists the rows; tells of the first that has an empty cell. */
static int list_keys(const struct tsv *t, unsigned columns, struct key *keys)
{
    for (size_t row = 0; row < t->rows; row++) {
        keys[row] = (struct key){t->cells + row * t->columns, columns};
        for (size_t i = 0; i < t->columns; i++)
            if ((columns >> i & 1) != 0 && keys[row].cells[i][0] == '\0')
                return tsv_fail(t, row, "cell %zu is empty", i + 1);
    }
    return 0;
}

int tsv_check_keys(const struct tsv *t, unsigned columns)
{
    struct key *keys = xcalloc(t->rows, sizeof *keys);
    const struct key *first = NULL; /* the earliest repeat's earlier row */
    int rc = list_keys(t, columns, keys);
    if (rc == 0)
        qsort(keys, t->rows, sizeof *keys, by_cells);
    for (size_t i = 1; rc == 0 && i < t->rows; i++)
        if (compare_cells(&keys[i - 1], &keys[i]) == 0 &&
            (first == NULL || keys[i].cells < first[1].cells))
            first = &keys[i - 1];
    if (first != NULL) {
        size_t before = (size_t)(first[0].cells - t->cells) / t->columns;
        size_t row = (size_t)(first[1].cells - t->cells) / t->columns;
        rc = tsv_fail(t, row, "'%s' is there twice, first in line %zu",
                      last_cell(first), tsv_line(t, before));
    }
    free(keys);
    return rc;
}

void tsv_release(struct tsv *t)
{
    free(t->path);
    free(t->text);
    free(t->cells);
    *t = (struct tsv){0};
}
