#include "config.h"

#include "report/table.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "report/markup.h"

#define WIDE 24 /* characters; a longer cell is broken */

void table_column(struct table *t, const char *heading, bool numbers)
{
    if (t->columns == TABLE_COLUMNS)
        return;
    t->numbers[t->columns++] = numbers;
    table_cell(t, heading);
}

void table_cell(struct table *t, const char *text)
{
    if (t->count == t->cap) {
        t->cap = t->cap * 2 + 64;
        t->starts = xrealloc(t->starts, t->cap, sizeof *t->starts);
    }
    t->starts[t->count++] = t->text.len;
    buf_add(&t->text, text, strlen(text) + 1);
}

void table_take(struct table *t, struct buf *cell)
{
    table_cell(t, buf_string(cell));
    buf_clear(cell);
}

size_t table_rows(const struct table *t)
{
    return t->columns == 0 ? 0 : t->count / t->columns - 1;
}

static const char *cell_at(const struct table *t, size_t row, size_t column)
{
    return t->text.data + t->starts[row * t->columns + column];
}

static void put_head(const struct table *t, struct buf *out)
{
    buf_puts(out, "<thead><tr>");
    for (size_t i = 0; i < t->columns; i++) {
        buf_printf(out, "<th scope=\"col\"%s>",
                   t->numbers[i] ? " class=\"n\"" : "");
        markup_text(out, cell_at(t, 0, i));
        buf_puts(out, "</th>");
    }
    buf_puts(out, "</tr></thead>\n<tbody>\n");
}

/* A cell's text, of which a second line is set apart. */
static void put_cell(const char *text, struct buf *out)
{
    const char *second = strchr(text, '\n');
    if (second == NULL) {
        markup_text(out, text);
        return;
    }
    char *first = xstrndup(text, (size_t)(second - text));
    markup_text(out, first);
    buf_puts(out, "<br /><b>");
    markup_text(out, second + 1);
    buf_puts(out, "</b>");
    free(first);
}

static void put_row(const struct table *t, size_t row, struct buf *out)
{
    buf_puts(out, "<tr>");
    for (size_t i = 0; i < t->columns; i++) {
        const char *tag = i == 0 ? "th" : "td", *text = cell_at(t, row, i);
        const char *class = t->numbers[i] ? " class=\"n\"" : "";
        if (!t->numbers[i] && markup_width(text) > WIDE)
            class = " class=\"w\"";
        buf_printf(out, "<%s%s%s>", tag, i == 0 ? " scope=\"row\"" : "",
                   class);
        buf_puts(out, t->numbers[i] ? "" : "<bdi>");
        put_cell(text, out);
        buf_printf(out, "%s</%s>", t->numbers[i] ? "" : "</bdi>", tag);
    }
    buf_puts(out, "</tr>\n");
}

void table_html(struct table *t, const char *id, const char *caption,
                struct buf *out)
{
    buf_printf(out,
               "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
               "aria-labelledby=\"%s\">\n<table>\n<caption id=\"%s\">",
               id, id);
    markup_text(out, caption);
    buf_puts(out, "</caption>\n");
    put_head(t, out);
    for (size_t row = 1; row <= table_rows(t); row++)
        put_row(t, row, out);
    buf_puts(out, "</tbody>\n</table>\n</div>\n");
}

void table_markdown(struct table *t, const char *caption, struct buf *out)
{
    buf_puts(out, "*");
    markup_markdown(out, caption);
    buf_puts(out, "*\n\n");
    for (size_t row = 0; row <= table_rows(t); row++) {
        for (size_t i = 0; i < t->columns; i++) {
            buf_puts(out, i == 0 ? "| " : " | ");
            markup_markdown(out, cell_at(t, row, i));
        }
        buf_puts(out, " |\n");
        for (size_t i = 0; row == 0 && i < t->columns; i++)
            buf_puts(out, t->numbers[i] ? "|--:" : "|---");
        if (row == 0)
            buf_puts(out, "|\n");
    }
    buf_puts(out, "\n");
}

void table_release(struct table *t)
{
    buf_release(&t->text);
    free(t->starts);
    *t = (struct table){0};
}
