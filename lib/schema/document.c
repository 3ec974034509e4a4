#include "config.h"

#include "schema/document.h"

#include <stdlib.h>

#include "alloc.h"
#include "json_scan.h"
#include "schema/pointer.h"

struct document *document_new(const char *uri, const char *file,
                              const char *text, size_t len, struct buf *why)
{
    struct document *d = xcalloc(1, sizeof *d);
    struct json_scan scan = {.tape = &d->tape};
    d->text = xstrndup(text, len);
    d->uri = xstrndup(uri, strcspn(uri, "#"));
    d->file = xstrndup(file, strlen(file));
    int rc = json_scan_check(&scan, d->text, len);
    if (rc < 0) {
        buf_printf(why, "%s: %s, at byte %zu", file, scan.reason, scan.column);
        document_free(d);
        d = NULL;
    } else {
        d->owner = xcalloc(d->tape.count, sizeof *d->owner);
    }
    json_scan_release(&scan);
    return d;
}

struct value document_value(const struct document *d, size_t node)
{
    return (struct value){&d->tape, node};
}

/* The child of `v` that a token names; false if there is none. */
static bool step_down(struct value *v, const struct buf *token)
{
    const struct json_node *nodes = v->tape->nodes;
    size_t index;
    if (nodes[v->node].kind == JSON_OBJECT)
        return value_member(*v, token->len > 0 ? token->data : "",
                            token->len, v);
    if (nodes[v->node].kind != JSON_ARRAY || token->len == 0 ||
        !pointer_index(token->data, token->len, &index) ||
        index >= nodes[v->node].size)
        return false;
    v->node++;
    while (index-- > 0)
        v->node += nodes[v->node].skip;
    return true;
}

int64_t document_find(const struct document *d, size_t from,
                      const char *pointer, size_t len)
{
    struct value v = document_value(d, from);
    struct buf token = BUF_EMPTY;
    const char *at = pointer;
    int rc;
    while ((rc = pointer_next(&at, pointer + len, &token)) == 1) {
        if (!step_down(&v, &token))
            break;
        buf_clear(&token);
    }
    buf_release(&token);
    return rc == 0 ? (int64_t)v.node : -1;
}

/* Moves on from `parent` to its child that is or holds `to`; *index counts the
 * children before it. */
static size_t child_towards(const struct json_node *nodes, size_t parent,
                            size_t to, size_t *index)
{
    size_t named = nodes[parent].kind == JSON_OBJECT;
    size_t child = parent + 1 + named;
    *index = 0;
    while (to >= child + nodes[child].skip) {
        child += nodes[child].skip + named;
        ++*index;
    }
    return child;
}

void document_pointer(const struct json_tape *tape, size_t from, size_t to,
                      struct buf *out)
{
    struct buf scratch = BUF_EMPTY;
    while (from < to) {
        size_t index, len;
        bool named = tape->nodes[from].kind == JSON_OBJECT;
        from = child_towards(tape->nodes, from, to, &index);
        if (named) {
            struct value name = {tape, from - 1};
            const char *text = value_string(name, &scratch, &len);
            pointer_add(out, text, len);
        } else {
            pointer_add_index(out, index);
        }
    }
    buf_release(&scratch);
}

size_t document_parent(const struct json_tape *tape, size_t within,
                       size_t node)
{
    size_t parent = within, index;
    while (within < node) {
        parent = within;
        within = child_towards(tape->nodes, within, node, &index);
    }
    return parent;
}

void document_free(struct document *d)
{
    if (d == NULL)
        return;
    json_tape_release(&d->tape);
    free(d->owner);
    free(d->text);
    free(d->uri);
    free(d->file);
    free(d);
}
