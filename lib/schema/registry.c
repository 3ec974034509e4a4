#include "config.h"

#include "schema/registry.h"

#include <stdlib.h>

#include "alloc.h"
#include "schema/registry_parts.h"
#include "schema/uri.h"

static void name_uri(struct registry *r, const char *uri, uint32_t resource)
{
    size_t len = strlen(uri);
    if (names_find(&r->uris, uri, len) >= 0)
        return;
    r->keys = xrealloc(r->keys, r->key_count + 1, sizeof *r->keys);
    r->keys[r->key_count] = xstrndup(uri, len);
    names_add(&r->uris, r->keys[r->key_count++], len, resource);
}

uint32_t registry_add_resource(struct registry *r, struct place root,
                               const char *uri, size_t len)
{
    uint32_t number = (uint32_t)r->resource_count;
    struct document *d = r->documents[root.document];
    r->resources = xrealloc(r->resources, r->resource_count + 1,
                            sizeof *r->resources);
    r->resources[r->resource_count++] =
        (struct resource){.root = root, .uri = xstrndup(uri, len)};
    name_uri(r, r->resources[number].uri, number);
    for (size_t i = 0; i < d->tape.nodes[root.node].skip; i++)
        d->owner[root.node + i] = number;
    return number;
}

/* Appends the key of an anchor in a resource. */
static void put_key(const struct registry *r, uint32_t resource,
                    const char *name, size_t len, struct buf *key)
{
    buf_puts(key, r->resources[resource].uri);
    buf_putc(key, '#');
    buf_add(key, name, len);
}

int64_t registry_anchor(const struct registry *r, uint32_t resource,
                        const char *name, size_t len)
{
    struct buf key = BUF_EMPTY;
    put_key(r, resource, name, len, &key);
    int64_t found = names_find(&r->anchored, key.data, key.len);
    buf_release(&key);
    return found;
}

int registry_add_anchor(struct registry *r, uint32_t resource, uint32_t node,
                        const char *name, size_t len, bool dynamic)
{
    struct buf key = BUF_EMPTY;
    int64_t old = registry_anchor(r, resource, name, len);
    if (old >= 0) {
        if (r->anchors[old].resource != resource)
            return 0; /* the same document was found in two places */
        r->anchors[old].dynamic |= dynamic;
        return r->anchors[old].node == node ? 0 : -1;
    }
    put_key(r, resource, name, len, &key);
    struct anchor a = {.key = xstrndup(key.data, key.len),
                       .name = key.len - len, .resource = resource,
                       .node = node, .dynamic = dynamic};
    buf_release(&key);
    r->anchors = xrealloc(r->anchors, r->anchor_count + 1, sizeof *r->anchors);
    names_add(&r->anchored, a.key, strlen(a.key), (uint32_t)r->anchor_count);
    r->anchors[r->anchor_count++] = a;
    return 0;
}

int64_t registry_add(struct registry *r, const char *uri, const char *file,
                     const char *text, size_t len, struct buf *why)
{
    struct document *d = document_new(uri, file, text, len, why);
    if (d == NULL)
        return -1;
    uint32_t number = (uint32_t)r->document_count;
    r->documents = xrealloc(r->documents, number + 1, sizeof *r->documents);
    r->documents[r->document_count++] = d;
    if (registry_index(r, number, why) < 0)
        return -1;
    name_uri(r, d->uri, d->owner[0]);
    return number;
}

uint32_t registry_owner(const struct registry *r, struct place place)
{
    return r->documents[place.document]->owner[place.node];
}

void registry_location(const struct registry *r, struct place place,
                       struct buf *out)
{
    const struct resource *owner = &r->resources[registry_owner(r, place)];
    struct buf pointer = BUF_EMPTY;
    document_pointer(&r->documents[place.document]->tape, owner->root.node,
                     place.node, &pointer);
    buf_puts(out, owner->uri);
    buf_putc(out, '#');
    uri_add_fragment(out, buf_string(&pointer), pointer.len);
    buf_release(&pointer);
}

void registry_tell_place(const struct registry *r, struct place place,
                         struct buf *out)
{
    const struct document *d = r->documents[place.document];
    buf_puts(out, d->file);
    buf_puts(out, ": ");
    if (place.node == 0)
        return;
    document_pointer(&d->tape, 0, place.node, out);
    buf_puts(out, ": ");
}

/* Finds the place in a resource that a fragment names. */
static int find_fragment(struct registry *r, uint32_t resource,
                         const char *text, size_t len, struct place *place,
                         int64_t *anchor)
{
    struct place root = r->resources[resource].root;
    int64_t node = root.node;
    if (len > 0 && text[0] == '/') {
        node = document_find(r->documents[root.document], root.node, text,
                             len);
    } else if (len > 0) {
        *anchor = registry_anchor(r, resource, text, len);
        node = *anchor >= 0 ? (int64_t)r->anchors[*anchor].node : -1;
    }
    *place = (struct place){root.document, (uint32_t)node};
    return node >= 0 ? 0 : -1;
}

int registry_find(struct registry *r, uint32_t resource, const char *ref,
                  size_t len, struct place *place, int64_t *anchor,
                  struct buf *why)
{
    struct buf uri = BUF_EMPTY, fragment = BUF_EMPTY;
    const char *base = r->resources[resource].uri;
    int64_t target, unused;
    int rc = -1;
    if (anchor == NULL)
        anchor = &unused;
    *anchor = -1;
    uri_resolve(&uri, base, strlen(base), ref, len);
    const char *text = buf_string(&uri);
    size_t bare = strcspn(text, "#");
    target = registry_resource(r, text, bare, why);
    if (target >= 0 && (bare == uri.len ||
                        uri_decode(&fragment, text + bare + 1,
                                   uri.len - bare - 1) == 0))
        rc = find_fragment(r, (uint32_t)target, buf_string(&fragment),
                           fragment.len, place, anchor);
    if (rc < 0 && why->len == 0)
        buf_printf(why, target < 0 ? "nothing is known of %s"
                                   : "there is no %s", text);
    buf_release(&uri);
    buf_release(&fragment);
    return rc;
}

void registry_release(struct registry *r)
{
    for (size_t i = 0; i < r->document_count; i++)
        document_free(r->documents[i]);
    for (size_t i = 0; i < r->resource_count; i++)
        free(r->resources[i].uri);
    for (size_t i = 0; i < r->anchor_count; i++)
        free(r->anchors[i].key);
    for (size_t i = 0; i < r->key_count; i++)
        free(r->keys[i]);
    for (size_t i = 0; i < r->mapping_count; i++) {
        free(r->mappings[i].prefix);
        free(r->mappings[i].folder);
    }
    free(r->documents);
    free(r->resources);
    free(r->anchors);
    free(r->keys);
    free(r->mappings);
    names_release(&r->uris);
    names_release(&r->anchored);
    *r = (struct registry){0};
}
