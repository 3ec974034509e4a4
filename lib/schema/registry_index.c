#include "config.h"

#include "schema/dialect.h"
#include "schema/keyword.h"
#include "schema/registry_parts.h"
#include "schema/uri.h"

/* A walk over the schemas in a document. What looks like one elsewhere, in an
 * enum or under an unknown keyword, is none. */
struct walk {
    struct registry *registry;
    uint32_t document;
    struct buf scratch; /* a string while it is looked at */
    struct buf *why;
};

static int walk_schema(struct walk *w, size_t node);

static int fail(struct walk *w, size_t node, const char *what)
{
    struct place place = {w->document, (uint32_t)node};
    registry_tell_place(w->registry, place, w->why);
    buf_puts(w->why, what);
    return -1;
}

/* Refuses a resource of another draft, before anything else of it is looked at
 * with the eyes of this one. */
static int check_draft(struct walk *w, struct value schema)
{
    struct value name, id;
    if ((schema.node > 0 && !value_member(schema, "$id", 3, &id)) ||
        !value_member(schema, "$schema", 7, &name))
        return 0;
    return dialect_check_draft(w->registry, w->document, name, w->why);
}

/* Begins a resource at a schema that has an $id. */
static int take_id(struct walk *w, size_t schema, struct value id)
{
    struct registry *r = w->registry;
    struct document *d = r->documents[w->document];
    struct buf uri = BUF_EMPTY;
    struct place root = {w->document, (uint32_t)schema};
    size_t len;
    if (value_kind(id) != JSON_STRING)
        return fail(w, id.node, "$id must be a string");
    const char *ref = value_string(id, &w->scratch, &len);
    const char *base =
        schema == 0 ? d->uri : r->resources[d->owner[schema]].uri;
    uri_resolve(&uri, base, strlen(base), ref, len);
    size_t bare = strcspn(buf_string(&uri), "#");
    int64_t old = names_find(&r->uris, uri.data, bare);
    int rc = 0;
    if (old >= 0 && r->resources[old].root.document == w->document)
        rc = fail(w, id.node, "another schema here has the same $id");
    else if (bare + 1 < uri.len)
        rc = fail(w, id.node, "$id must not have a fragment");
    else
        registry_add_resource(r, root, uri.data, bare);
    buf_release(&uri);
    return rc;
}

static int take_anchor(struct walk *w, size_t schema, struct value name,
                       bool dynamic)
{
    struct registry *r = w->registry;
    uint32_t owner = r->documents[w->document]->owner[schema];
    size_t len;
    if (value_kind(name) != JSON_STRING)
        return fail(w, name.node, "an anchor must be a string");
    const char *text = value_string(name, &w->scratch, &len);
    r->has_dynamic |= dynamic;
    if (registry_add_anchor(r, owner, (uint32_t)schema, text, len, dynamic) < 0)
        return fail(w, name.node, "another schema here has the same anchor");
    return 0;
}

/* Walks over the schemas that are elements or members of a value. */
static int walk_children(struct walk *w, struct value v)
{
    const struct json_node *nodes = v.tape->nodes;
    size_t count = nodes[v.node].size;
    size_t named = nodes[v.node].kind == JSON_OBJECT;
    int rc = 0;
    v.node++;
    for (size_t i = 0; i < count && rc == 0; i++) {
        v.node += named;
        rc = walk_schema(w, v.node);
        v.node += nodes[v.node].skip;
    }
    return rc;
}

static int walk_keyword(struct walk *w, struct value name)
{
    struct value v = {name.tape, name.node + 1};
    size_t len;
    const char *text = value_string(name, &w->scratch, &len);
    enum keyword k = keyword_find(text, len);
    switch (k == KEYWORDS ? HOLDS_NONE : keyword_holds(k)) {
    case HOLDS_SCHEMA:
        return walk_schema(w, v.node);
    case HOLDS_LIST:
        return value_kind(v) == JSON_ARRAY ? walk_children(w, v) : 0;
    case HOLDS_MAP:
        return value_kind(v) == JSON_OBJECT ? walk_children(w, v) : 0;
    default:
        return 0;
    }
}

static int walk_schema(struct walk *w, size_t node)
{
    const struct document *d = w->registry->documents[w->document];
    struct value v = document_value(d, node), found;
    size_t count = d->tape.nodes[node].size;
    if (value_kind(v) != JSON_OBJECT)
        return 0;
    if (check_draft(w, v) < 0)
        return -1;
    if (value_member(v, "$id", 3, &found) && take_id(w, node, found) < 0)
        return -1;
    if (value_member(v, "$anchor", 7, &found) &&
        take_anchor(w, node, found, false) < 0)
        return -1;
    if (value_member(v, "$dynamicAnchor", 14, &found) &&
        take_anchor(w, node, found, true) < 0)
        return -1;
    v.node++;
    for (size_t i = 0; i < count; i++) {
        if (walk_keyword(w, v) < 0)
            return -1;
        v.node += 1 + d->tape.nodes[v.node + 1].skip;
    }
    return 0;
}

int registry_index(struct registry *r, uint32_t document, struct buf *why)
{
    struct walk w = {.registry = r, .document = document, .why = why};
    struct document *d = r->documents[document];
    struct value id;
    if (!value_member(document_value(d, 0), "$id", 3, &id))
        registry_add_resource(r, (struct place){document, 0}, d->uri,
                              strlen(d->uri));
    int rc = walk_schema(&w, 0);
    buf_release(&w.scratch);
    return rc;
}
