#include "config.h"

#include "tsv.h"

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
    return -1;
}

int tsv_fail(const struct tsv *t, size_t row, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return fail_at(t, t->first_line + row, text);
}

static int load(struct tsv *t)
{
    struct buf b = BUF_EMPTY;
    if (file_read(t->path, TSV_FILE_LIMIT, &b) < 0) {
        diag_errno("cannot read %s", t->path);
        buf_release(&b);
        return -1;
    }
    buf_string(&b);
    t->size = b.len;
    t->text = b.data;
    if (b.len == 0 || b.data[b.len - 1] != '\n')
        return fail_at(t, 1, "a table must end in a line end");
    if (!utf8_valid(b.data, b.len) || memchr(b.data, '\0', b.len) != NULL)
        return fail_at(t, 1, "a table must be UTF-8 text");
    return 0;
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
    if (load(t) < 0)
        return -1;
    char *at = check_header(t, columns);
    if (at == NULL)
        return -1;
    size_t rows = 0;
    for (char *c = at; (c = strchr(c, '\n')) != NULL; c++)
        rows++;
    t->cells = xcalloc(rows * t->columns, sizeof *t->cells);
    for (size_t i = 0; i < rows; i++) {
        char *lf = strchr(at, '\n');
        if (cut_row(t, at, lf) < 0)
            return -1;
        at = lf + 1;
    }
    return 0;
}

const char *tsv_cell(const struct tsv *t, size_t row, size_t column)
{
    return t->cells[row * t->columns + column];
}

void tsv_release(struct tsv *t)
{
    free(t->path);
    free(t->text);
    free(t->cells);
    *t = (struct tsv){0};
}
