#include "config.h"

#include <stdlib.h>

#include "alloc.h"
#include "schema/compile_parts.h"

/* Finds where the reference `v` leads. Returns 0, or -1 (told). */
static int find_target(struct compiler *c, struct value v, struct place *place,
                       int64_t *anchor)
{
    struct buf reason = BUF_EMPTY;
    uint32_t owner = registry_owner(c->registry, c->schema);
    size_t len;
    const char *ref = value_string(v, &c->scratch, &len);
    int rc = registry_find(c->registry, owner, ref, len, place, anchor,
                           &reason);
    if (rc < 0)
        compile_fail(c, v.node, "the reference '%.*s' leads nowhere: %s",
                     (int)(len < 500 ? len : 500), ref, buf_string(&reason));
    buf_release(&reason);
    return rc;
}

static int compile_ref(struct compiler *c, struct value v)
{
    struct place place;
    if (value_kind(v) != JSON_STRING)
        return compile_fail(c, v.node, "a reference must be a string");
    if (find_target(c, v, &place, NULL) < 0)
        return -1;
    uint32_t block = compile_block(c, place);
    compile_step(c, OP_REF, PROGRAM_ANY_KIND, v.node)->a = block;
    return 0;
}

static int compile_dynamic(struct compiler *c, struct value v)
{
    struct program *p = c->program;
    struct place place;
    int64_t anchor;
    if (value_kind(v) != JSON_STRING)
        return compile_fail(c, v.node, "a reference must be a string");
    if (find_target(c, v, &place, &anchor) < 0)
        return -1;
    uint32_t block = compile_block(c, place);
    const struct anchor *a =
        anchor >= 0 ? &c->registry->anchors[anchor] : NULL;
    if (a == NULL || !a->dynamic) {
        compile_step(c, OP_REF, PROGRAM_ANY_KIND, v.node)->a = block;
        return 0;
    }
    const char *name = a->key + a->name;
    p->dynamics = program_grow(p->dynamics, p->dynamic_count,
                               sizeof *p->dynamics);
    p->dynamics[p->dynamic_count++] =
        (struct dynamic){.block = block,
                         .anchor = xstrndup(name, strlen(name))};
    compile_step(c, OP_DYNAMIC, PROGRAM_ANY_KIND, v.node)->a =
        (uint32_t)p->dynamic_count - 1;
    return 0;
}

int compile_refs(struct compiler *c)
{
    struct value v;
    if (compile_has(c, KEYWORD_REF, &v) && compile_ref(c, v) < 0)
        return -1;
    if (compile_has(c, KEYWORD_DYNAMIC_REF, &v) && compile_dynamic(c, v) < 0)
        return -1;
    return 0;
}

/* Adds where a dynamic reference leads if `resource` is in the scope. Returns
 * false if that has no such anchor. */
static bool link_one(struct compiler *c, size_t number, uint32_t resource)
{
    struct dynamic *d = &c->program->dynamics[number];
    int64_t found = registry_anchor(c->registry, resource, d->anchor,
                                    strlen(d->anchor));
    if (found < 0 || !c->registry->anchors[found].dynamic)
        return false;
    struct place place = {c->registry->resources[resource].root.document,
                          c->registry->anchors[found].node};
    d->found = xrealloc(d->found, d->count + 1, 2 * sizeof *d->found);
    d->found[2 * d->count] = resource;
    d->found[2 * d->count++ + 1] = compile_block(c, place);
    return true;
}

/* Lists the resources that blocks have come to be of. */
static void list_entered(struct compiler *c)
{
    size_t count = c->registry->resource_count;
    c->entered = xrealloc(c->entered, count, sizeof *c->entered);
    c->is_entered = xrealloc(c->is_entered, count, sizeof *c->is_entered);
    for (; c->entered_room < count; c->entered_room++)
        c->is_entered[c->entered_room] = false;
    for (; c->linked < c->program->block_count; c->linked++) {
        uint32_t resource = c->program->blocks[c->linked].resource;
        if (!c->is_entered[resource])
            c->entered[c->entered_count++] = resource;
        c->is_entered[resource] = true;
    }
}

int compile_link(struct compiler *c)
{
    struct program *p = c->program;
    bool added = false;
    list_entered(c);
    if (p->dynamic_count > 0 &&
        c->entered_count > COMPILE_LINKS / p->dynamic_count)
        return compile_fail(c, c->schema.node,
                            "there are too many dynamic references");
    for (size_t i = 0; i < p->dynamic_count; i++)
        while (p->dynamics[i].looked < c->entered_count)
            added |= link_one(c, i, c->entered[p->dynamics[i].looked++]);
    return added;
}
