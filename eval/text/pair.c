#include "config.h"

#include "pair.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "json_escape.h"
#include "utf8.h"

/* Reads the escape at `at`, behind its backslash. Returns what is behind it. */
static const char *read_escape(const char *at, const char *end, struct buf *out)
{
    static const char plain[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    size_t len = 1;
    if (*at != 'u') {
        buf_putc(out, meant[strchr(plain, *at) - plain]);
        return at + len;
    }
    uint32_t point = (uint32_t)json_escape_point(at, end, &len);
    char *bytes = buf_reserve(out, 4);
    out->len += utf8_encode(point, bytes);
    return at + len;
}

/* The quote that ends the string at `at`, behind its first one. */
static const char *string_end(const char *at, const char *end)
{
    for (; at < end && *at != '"'; at++)
        at += *at == '\\';
    return at;
}

/* The text of a string between its quotes. There is room for all of it in
 * `bytes`, which therefore does not move. */
static struct pair_text read_text(const char *at, const char *end,
                                  struct buf *bytes)
{
    const char *escape = memchr(at, '\\', (size_t)(end - at));
    if (escape == NULL)
        return (struct pair_text){at, (size_t)(end - at)};
    size_t start = bytes->len;
    while (escape != NULL) {
        buf_add(bytes, at, (size_t)(escape - at));
        at = read_escape(escape + 1, end, bytes);
        escape = memchr(at, '\\', (size_t)(end - at));
    }
    buf_add(bytes, at, (size_t)(end - at));
    return (struct pair_text){bytes->data + start, bytes->len - start};
}

static struct pair_text string_of(const struct json_member *m,
                                  struct buf *bytes)
{
    return read_text(m->value + 1, m->value + m->value_len - 1, bytes);
}

static void add_reference(struct pair *p, struct pair_text text)
{
    if (p->count == p->cap) {
        p->cap = p->cap == 0 ? 4 : 2 * p->cap;
        p->references = xrealloc(p->references, p->cap, sizeof *p->references);
    }
    p->references[p->count++] = text;
}

/* Reads the strings of a list. Returns 0, or -1 if anything else is in it. */
static int read_list(struct pair *p, const struct json_member *m)
{
    const char *end = m->value + m->value_len;
    for (const char *at = m->value + 1; at < end; at++) {
        if (strchr(" \t\r\n,]", *at) != NULL)
            continue;
        if (*at != '"')
            return -1;
        const char *stop = string_end(at + 1, end);
        add_reference(p, read_text(at + 1, stop, &p->bytes));
        at = stop;
    }
    return 0;
}

/* Reads a string or a list of strings. Returns 0, or -1 for all else. */
static int read_references(struct pair *p, const struct json_member *m)
{
    if (m->value[0] == '[')
        return read_list(p, m);
    if (m->value[0] != '"')
        return -1;
    add_reference(p, string_of(m, &p->bytes));
    return 0;
}

const char *pair_read(struct pair *p, const struct json_scan *record)
{
    const struct json_member *wanted = json_scan_find(record, "reference");
    const struct json_member *given = json_scan_find(record, "candidate");
    if (wanted == NULL)
        return "the record has no 'reference'";
    if (given == NULL)
        return "the record has no 'candidate'";
    if (given->value[0] != '"')
        return "the 'candidate' is no string";
    p->count = 0;
    buf_clear(&p->bytes);
    buf_reserve(&p->bytes, wanted->value_len + given->value_len + 8);
    if (read_references(p, wanted) < 0)
        return "the 'reference' is no string and no list of strings";
    if (p->count == 0)
        return "the 'reference' is an empty list";
    p->candidate = string_of(given, &p->bytes);
    return NULL;
}

void pair_release(struct pair *p)
{
    free(p->references);
    buf_release(&p->bytes);
    *p = (struct pair){0};
}
