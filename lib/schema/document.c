#include "config.h"

#include "schema/document.h"

#include <stdlib.h>

#include "alloc.h"
#include "json_scan.h"
#include "schema/pointer.h"

#define LARGE 64 /* children of what is worth an index */

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

static void index_children(struct document_index *index,
                           const struct json_tape *tape)
{
    const struct json_node *nodes = tape->nodes;
    size_t count = nodes[index->node].size, len;
    bool named = nodes[index->node].kind == JSON_OBJECT;
    struct value v = {tape, index->node + 1};
    if (!named)
        index->elements = xmalloc(count, sizeof *index->elements);
    for (size_t i = 0; i < count; i++) {
        const char *name = value_raw(v, &len);
        if (!named)
            index->elements[i] = (uint32_t)v.node;
        else if (!nodes[v.node].escaped)
            names_add(&index->names, name, len, (uint32_t)v.node + 1);
        v.node += named;
        v.node += nodes[v.node].skip;
    }
}

/* The index of a large object or array. */
static const struct document_index *index_of(struct document *d, size_t node)
{
    for (size_t i = 0; i < d->index_count; i++)
        if (d->indexes[i].node == node)
            return &d->indexes[i];
    d->indexes = xrealloc(d->indexes, d->index_count + 1, sizeof *d->indexes);
    struct document_index *index = &d->indexes[d->index_count++];
    *index = (struct document_index){.node = node};
    index_children(index, &d->tape);
    return index;
}

/* The member of an object; false if there is none. */
static bool step_to_member(struct document *d, struct value *v,
                           const char *name, size_t len)
{
    size_t count = d->tape.nodes[v->node].size;
    if (count >= LARGE) {
        const struct names *names = &index_of(d, v->node)->names;
        int64_t found = names_find(names, name, len);
        if (found >= 0 || names->count == count) {
            v->node = (size_t)found;
            return found >= 0;
        }
    }
    return value_member(*v, name, len, v);
}

/* The child of `v` that a token names; false if there is none. */
static bool step_down(struct document *d, struct value *v,
                      const struct buf *token)
{
    const struct json_node *nodes = v->tape->nodes;
    size_t index;
    if (nodes[v->node].kind == JSON_OBJECT)
        return step_to_member(d, v, token->len > 0 ? token->data : "",
                              token->len);
    if (nodes[v->node].kind != JSON_ARRAY || token->len == 0 ||
        !pointer_index(token->data, token->len, &index) ||
        index >= nodes[v->node].size)
        return false;
    if (nodes[v->node].size >= LARGE) {
        v->node = index_of(d, v->node)->elements[index];
        return true;
    }
    v->node++;
    while (index-- > 0)
        v->node += nodes[v->node].skip;
    return true;
}

int64_t document_find(struct document *d, size_t from,
                      const char *pointer, size_t len)
{
    struct value v = document_value(d, from);
    struct buf token = BUF_EMPTY;
    const char *at = pointer;
    int rc;
    while ((rc = pointer_next(&at, pointer + len, &token)) == 1) {
        if (!step_down(d, &v, &token))
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

/* Appends a member's name as a token, cut before a code point. */
static void add_name(struct buf *out, struct value name, struct buf *scratch)
{
    const struct json_node *n = &name.tape->nodes[name.node];
    size_t len;
    if (n->escaped && n->size > DOCUMENT_POINTER) {
        pointer_add(out, "...", 3);
        return;
    }
    const char *text = value_string(name, scratch, &len);
    size_t shown = len < DOCUMENT_POINTER ? len : DOCUMENT_POINTER;
    while (shown < len && ((unsigned char)text[shown] & 0xc0) == 0x80)
        shown--;
    pointer_add(out, text, shown);
}

void document_pointer(const struct json_tape *tape, size_t from, size_t to,
                      struct buf *out)
{
    struct buf scratch = BUF_EMPTY;
    while (from < to && out->len < DOCUMENT_POINTER) {
        size_t index;
        bool named = tape->nodes[from].kind == JSON_OBJECT;
        from = child_towards(tape->nodes, from, to, &index);
        if (named)
            add_name(out, (struct value){tape, from - 1}, &scratch);
        else
            pointer_add_index(out, index);
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
    for (size_t i = 0; i < d->index_count; i++) {
        names_release(&d->indexes[i].names);
        free(d->indexes[i].elements);
    }
    free(d->indexes);
    json_tape_release(&d->tape);
    free(d->owner);
    free(d->text);
    free(d->uri);
    free(d->file);
    free(d);
}
