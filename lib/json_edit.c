#include "config.h"

#include "json_edit.h"

#include <string.h>

/* Appends the object up to its closing brace, and a comma if it has a member.
 * Returns where the brace is. */
static size_t open_object(struct buf *out, const char *text, size_t len)
{
    size_t brace = len;
    while (text[--brace] != '}')
        ;
    size_t last = brace;
    while (memchr(" \t\r\n", text[last - 1], 4) != NULL)
        last--;
    buf_add(out, text, brace);
    if (text[last - 1] != '{')
        buf_putc(out, ',');
    return brace;
}

void json_insert(struct buf *out, const char *text, size_t len,
                 const char *name, const char *value, size_t value_len)
{
    size_t brace = open_object(out, text, len);
    buf_putc(out, '"');
    buf_puts(out, name);
    buf_add(out, "\":", 2);
    buf_add(out, value, value_len);
    buf_add(out, text + brace, len - brace);
}

void json_insert_members(struct buf *out, const char *text, size_t len,
                         const char *members, size_t members_len)
{
    size_t brace = open_object(out, text, len);
    buf_add(out, members, members_len);
    buf_add(out, text + brace, len - brace);
}

void json_cut_find(const struct json_scan *s, const struct json_member *m,
                   const char **from, const char **to)
{
    *from = m->name - 1;
    *to = m->value + m->value_len;
    if (m != s->members) {
        do
            (*from)--;
        while (**from != ',');
    } else if (s->count > 1) {
        while (**to != ',')
            (*to)++;
        (*to)++;
    }
}

void json_cut(struct buf *out, const struct json_scan *s, const char *text,
              size_t len, const struct json_member *m)
{
    const char *from, *to;
    json_cut_find(s, m, &from, &to);
    buf_add(out, text, (size_t)(from - text));
    buf_add(out, to, (size_t)(text + len - to));
}
