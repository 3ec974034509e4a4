#include "config.h"

#include "csv.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "file.h"

static void add_cell(struct csv *c, char *text)
{
    if (c->count == c->cap) {
        c->cap = c->cap * 2 + 64;
        c->cells = xrealloc(c->cells, c->cap, sizeof *c->cells);
    }
    c->cells[c->count++] = text;
}

/* Takes the field at `at`, whose content moves to its front. Returns what is
 * behind it: a comma, a line end or the end of the text. */
static char *take_field(struct csv *c, char *at)
{
    char *to = at, *from = at;
    bool quoted = *from == '"';
    add_cell(c, at);
    if (quoted)
        for (from++; *from != '\0'; *to++ = *from++)
            if (*from == '"' && *++from != '"')
                break;
    while (*from != ',' && *from != '\n' && *from != '\0')
        *to++ = *from++;
    char *end = from;
    if (to > at && to[-1] == '\r' && *end != ',')
        to--;
    if (to == end)
        return end;
    *to = '\0';
    return end;
}

/* Cuts the text into cells. Returns 0, or the line of a row that has not as many
 * as the first. */
static size_t cut(struct csv *c)
{
    char *at = (char *)(size_t)buf_string(&c->text);
    size_t line = 1, begun = 0;
    while (*at != '\0') {
        char *end = take_field(c, at);
        char ended = *end;
        *end = '\0';
        at = ended != '\0' ? end + 1 : end;
        if (ended == ',')
            continue;
        if (line == 1)
            c->columns = c->count;
        if (c->count - begun != c->columns)
            return line;
        begun = c->count;
        line++;
    }
    c->rows = c->columns > 0 ? c->count / c->columns - 1 : 0;
    return 0;
}

enum exit_status csv_take(struct csv *c, const char *path, struct buf *text)
{
    *c = (struct csv){.path = xstrndup(path, strlen(path)), .text = *text};
    *text = (struct buf)BUF_EMPTY;
    if (memchr(buf_string(&c->text), '\0', c->text.len) != NULL) {
        diag_at((struct diag_place){c->path, 0, NULL}, "holds a NUL");
        return EXIT_DATA;
    }
    size_t line = cut(c);
    if (line != 0) {
        diag_at((struct diag_place){c->path, line, NULL},
                "has not as many fields as the first line");
        return EXIT_DATA;
    }
    return EXIT_OK;
}

enum exit_status csv_read(struct csv *c, const char *path)
{
    const char *name = strcmp(path, "-") == 0 ? "stdin" : path;
    struct buf text = BUF_EMPTY;
    if (file_read_named(path, CSV_LIMIT, &text) == 0)
        return csv_take(c, name, &text);
    *c = (struct csv){.path = xstrndup(name, strlen(name))};
    diag_errno("cannot read %s", name);
    buf_release(&text);
    return EXIT_SYSTEM;
}

bool csv_has(const struct csv *c, const char *column)
{
    for (size_t i = 0; i < c->columns; i++)
        if (strcmp(c->cells[i], column) == 0)
            return true;
    return false;
}

const char *csv_cell(const struct csv *c, size_t row, const char *column)
{
    for (size_t i = 0; i < c->columns; i++)
        if (strcmp(c->cells[i], column) == 0)
            return c->cells[(row + 1) * c->columns + i];
    return "";
}

void csv_put(struct buf *out, const char *text)
{
    if (text[strcspn(text, ",\"\r\n")] == '\0') {
        buf_puts(out, text);
        return;
    }
    buf_putc(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            buf_putc(out, '"');
        buf_putc(out, *text);
    }
    buf_putc(out, '"');
}

void csv_release(struct csv *c)
{
    free(c->path);
    free(c->cells);
    buf_release(&c->text);
}
