/* A table that is made once and written as HTML and as Markdown. Cells are plain
 * text, escaped when they are written, of one line or two; they are added row by
 * row, left to right. The first column heads its row. */
#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"

#define TABLE_COLUMNS 32 /* at most */

struct table {
    struct buf text;  /* owned: all cells, NUL-ended, one after another */
    size_t *starts;   /* owned: where each begins in `text` */
    size_t count, cap; /* cells, headings among them */
    size_t columns;
    bool numbers[TABLE_COLUMNS]; /* a column of numbers, set to the right */
};

/* Start it as {0}; columns come before cells. */
void table_column(struct table *t, const char *heading, bool numbers);

/* A whole cell, borrowed for the call; or one made by format_..() into `cell`,
 * which is emptied. */
void table_cell(struct table *t, const char *text);
void table_take(struct table *t, struct buf *cell);

/* Rows below the headings. */
size_t table_rows(const struct table *t);

/* Appends the table, in a region that can be scrolled with the keyboard; its
 * caption names that. `id` is of the page. */
void table_html(struct table *t, const char *id, const char *caption,
                struct buf *out);
void table_markdown(struct table *t, const char *caption, struct buf *out);

void table_release(struct table *t);

#endif
