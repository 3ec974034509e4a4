#include "config.h"

#include "minisign_lines.h"

#include <string.h>

#include "base64.h"
#include "minisign.h"

bool minisign_lines_next(struct minisign_lines *l)
{
    l->number++;
    if (l->len == 0)
        return false;
    const char *end = memchr(l->text, '\n', l->len);
    size_t whole = end != NULL ? (size_t)(end - l->text) + 1 : l->len;
    l->line = l->text;
    l->line_len = end != NULL ? whole - 1 : whole;
    l->text += whole;
    l->len -= whole;
    return true;
}

/* True, with `why`, if the line taken has a line end of another system. */
static bool ends_in_cr(const struct minisign_lines *l, struct buf *why)
{
    if (l->line_len == 0 || l->line[l->line_len - 1] != '\r')
        return false;
    buf_printf(why, "line %u ends in CR LF: the file was changed, for all its "
                    "lines end in LF alone", l->number);
    return true;
}

int minisign_lines_marked(struct minisign_lines *l, const char *mark,
                          struct buf *why)
{
    size_t len = strlen(mark);
    bool taken = minisign_lines_next(l);
    if (taken && ends_in_cr(l, why))
        return -1;
    if (!taken || l->line_len < len || memcmp(l->line, mark, len) != 0) {
        buf_printf(why, "line %u does not begin with '%s'", l->number, mark);
        return -1;
    }
    l->line += len;
    l->line_len -= len;
    return 0;
}

int minisign_lines_bytes(struct minisign_lines *l, void *bytes, size_t size,
                         struct buf *why)
{
    size_t got;
    bool taken = minisign_lines_next(l);
    if (taken && ends_in_cr(l, why))
        return -1;
    if (taken &&
        base64_decode_strict(l->line, l->line_len, bytes, size, &got) == 0 &&
        got == size)
        return 0;
    buf_printf(why, "line %u is not the base64 of %zu bytes", l->number,
               size);
    return -1;
}

int minisign_lines_comment(struct minisign_lines *l, struct buf *why)
{
    if (minisign_lines_marked(l, MINISIGN_UNTRUSTED, why) < 0)
        return -1;
    if (minisign_comment_valid(l->line, l->line_len))
        return 0;
    buf_puts(why, "its untrusted comment is too long or holds a line end");
    return -1;
}

int minisign_lines_end(struct minisign_lines *l, struct buf *why)
{
    if (l->len == 0)
        return 0;
    buf_printf(why, "something follows line %u", l->number);
    return -1;
}

void minisign_lines_put(const void *bytes, size_t size, struct buf *out)
{
    base64_encode(bytes, size, out);
    buf_putc(out, '\n');
}
