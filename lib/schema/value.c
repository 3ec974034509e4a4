#include "config.h"

#include "schema/value.h"

#include <string.h>

#include "json_escape.h"
#include "utf8.h"

enum json_kind value_kind(struct value v)
{
    return v.tape->nodes[v.node].kind;
}

const char *value_raw(struct value v, size_t *len)
{
    const struct json_node *n = &v.tape->nodes[v.node];
    *len = n->size;
    return v.tape->text + n->at;
}

/* Appends what the escape at `at` stands for; returns what is behind it. */
static const char *unescape(struct buf *out, const char *at, const char *end)
{
    static const char plain[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    char bytes[4];
    size_t len;
    at++;
    if (*at != 'u') {
        buf_putc(out, meant[strchr(plain, *at) - plain]);
        return at + 1;
    }
    long point = json_escape_point(at, end, &len);
    buf_add(out, bytes, utf8_encode((uint32_t)point, bytes));
    return at + len;
}

/* What `*len` bytes with escapes among them hold. Apart, since it is
 * rare. */
static __attribute__((noinline)) const char *
unescape_all(struct buf *scratch, const char *at, size_t *len)
{
    const char *end = at + *len;
    buf_clear(scratch);
    while (at < end) {
        const char *slash = memchr(at, '\\', (size_t)(end - at));
        const char *stop = slash != NULL ? slash : end;
        buf_add(scratch, at, (size_t)(stop - at));
        at = slash != NULL ? unescape(scratch, slash, end) : end;
    }
    *len = scratch->len;
    return buf_string(scratch);
}

const char *value_string(struct value v, struct buf *scratch, size_t *len)
{
    const struct json_node *n = &v.tape->nodes[v.node];
    const char *at = v.tape->text + n->at;
    *len = n->size;
    return n->escaped ? unescape_all(scratch, at, len) : at;
}

bool value_is(struct value v, const char *text)
{
    struct buf scratch = BUF_EMPTY;
    size_t len;
    if (value_kind(v) != JSON_STRING)
        return false;
    const char *content = value_string(v, &scratch, &len);
    bool same = len == strlen(text) && memcmp(content, text, len) == 0;
    buf_release(&scratch);
    return same;
}

bool value_member(struct value object, const char *name, size_t len,
                  struct value *member)
{
    const struct json_node *nodes = object.tape->nodes;
    struct buf scratch = BUF_EMPTY;
    bool found = false;
    if (nodes[object.node].kind != JSON_OBJECT)
        return false;
    struct value v = {object.tape, object.node + 1};
    for (size_t i = 0; i < nodes[object.node].size && !found; i++) {
        size_t have = nodes[v.node].size;
        const char *text = object.tape->text + nodes[v.node].at;
        if (nodes[v.node].escaped)
            text = value_string(v, &scratch, &have);
        found = have == len && memcmp(text, name, len) == 0;
        *member = (struct value){v.tape, v.node + 1};
        v.node += 1 + nodes[v.node + 1].skip;
    }
    buf_release(&scratch);
    return found;
}

/* The last child of an array or object that has one. */
static size_t last_child(const struct json_node *nodes, size_t node)
{
    bool object = nodes[node].kind == JSON_OBJECT;
    size_t child = node + 1 + object;
    for (size_t i = 1; i < nodes[node].size; i++)
        child += nodes[child].skip + object;
    return child;
}

/* The end of an array or object: behind its last value there are only the
 * brackets that close here. */
static const char *container_end(struct value v)
{
    const struct json_node *nodes = v.tape->nodes;
    size_t node = v.node, open = 0;
    while (nodes[node].kind >= JSON_ARRAY && nodes[node].size > 0) {
        node = last_child(nodes, node);
        open++;
    }
    const char *at = v.tape->text + nodes[node].at;
    if (nodes[node].kind >= JSON_ARRAY) {
        open++;
        at++;
    } else {
        at += nodes[node].size + (nodes[node].kind == JSON_STRING);
    }
    for (; open > 0; at++)
        open -= *at == ']' || *at == '}';
    return at;
}

const char *value_text(struct value v, size_t *len)
{
    const char *at = value_raw(v, len);
    if (value_kind(v) == JSON_STRING) {
        *len += 2;
        return at - 1;
    }
    if (value_kind(v) >= JSON_ARRAY)
        *len = (size_t)(container_end(v) - at);
    return at;
}
