#include "config.h"

#include "schema/dialect.h"

#include "schema/keyword.h"

#define STANDARD (((1u << VOCABULARIES) - 1) & \
                  ~(1u << VOCABULARY_FORMAT_ASSERTION))

static struct value root_of(const struct registry *r, uint32_t resource)
{
    struct place root = r->resources[resource].root;
    return document_value(r->documents[root.document], root.node);
}

static int fail(const struct registry *r, uint32_t document, struct value v,
                const char *what, struct buf *why)
{
    struct place place = {document, (uint32_t)v.node};
    struct buf text = BUF_EMPTY;
    size_t len;
    registry_tell_place(r, place, why);
    const char *name = value_string(v, &text, &len);
    buf_printf(why, "%s %.*s", what, (int)(len < 200 ? len : 200), name);
    buf_release(&text);
    return -1;
}

/* True if the URI is that of a metaschema of another draft. */
static bool is_other_draft(const char *uri, size_t len)
{
    static const char *const begins[] = {
        "http://json-schema.org/draft-", "https://json-schema.org/draft-",
        "https://json-schema.org/draft/2019-09/",
        "http://json-schema.org/schema", "https://json-schema.org/draft/next/",
    };
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        if (len >= strlen(begins[i]) &&
            memcmp(uri, begins[i], strlen(begins[i])) == 0)
            return true;
    return false;
}

int dialect_check_draft(const struct registry *r, uint32_t document,
                        struct value name, struct buf *why)
{
    struct buf scratch = BUF_EMPTY;
    size_t len;
    if (value_kind(name) != JSON_STRING)
        return 0; /* the metaschema refuses it */
    const char *uri = value_string(name, &scratch, &len);
    bool other = is_other_draft(uri, len);
    buf_release(&scratch);
    return !other ? 0 : fail(r, document, name,
                             "only draft 2020-12 is understood, not", why);
}

/* Reads $vocabulary, the value of which is `v`. Returns the bits, or 0. */
static unsigned read_vocabularies(const struct registry *r, uint32_t resource,
                                  struct value v, struct buf *why)
{
    unsigned bits = 1u << VOCABULARY_CORE;
    struct buf scratch = BUF_EMPTY;
    size_t count = v.tape->nodes[v.node].size;
    v.node++;
    for (size_t i = 0; i < count && bits != 0; i++, v.node += 2) {
        size_t len;
        const char *uri = value_string(v, &scratch, &len);
        enum vocabulary known = keyword_vocabulary_find(uri, len);
        struct value needed = {v.tape, v.node + 1};
        if (v.tape->nodes[needed.node].skip != 1)
            break; /* no boolean: the metaschema's own check tells */
        if (known < VOCABULARIES)
            bits |= 1u << known;
        else if (value_kind(needed) == JSON_TRUE) {
            fail(r, r->resources[resource].root.document, v,
                 "the schema needs an unknown vocabulary,", why);
            bits = 0;
        }
    }
    buf_release(&scratch);
    return bits;
}

/* The number of the metaschema that `name`, a value of $schema, stands for. */
static int64_t find_metaschema(struct registry *r, uint32_t resource,
                               struct value name, struct buf *why)
{
    uint32_t document = r->resources[resource].root.document;
    struct buf scratch = BUF_EMPTY;
    size_t len;
    if (value_kind(name) != JSON_STRING)
        return fail(r, document, name, "$schema must be a string, not", why);
    const char *uri = value_string(name, &scratch, &len);
    if (len > 0 && uri[len - 1] == '#')
        len--;
    int64_t found = -1;
    if (dialect_check_draft(r, document, name, why) == 0)
        found = registry_resource(r, uri, len, why);
    if (found < 0 && why->len == 0)
        fail(r, document, name, "nothing is known of the metaschema", why);
    buf_release(&scratch);
    return found;
}

int64_t dialect_metaschema(struct registry *r, uint32_t document,
                           struct buf *why)
{
    uint32_t resource = r->documents[document]->owner[0];
    struct value name;
    if (value_member(document_value(r->documents[document], 0), "$schema", 7,
                     &name))
        return find_metaschema(r, resource, name, why);
    return registry_resource(r, REGISTRY_METASCHEMA,
                             strlen(REGISTRY_METASCHEMA), why);
}

int dialect_find(struct registry *r, uint32_t resource, struct buf *why)
{
    struct value root = root_of(r, resource), name = {NULL, 0}, listed;
    struct place place = r->resources[resource].root;
    unsigned bits = STANDARD;
    if (r->resources[resource].vocabularies != 0)
        return 0;
    if (value_member(root, "$schema", 7, &name) &&
        !value_is(name, REGISTRY_METASCHEMA)) {
        int64_t found = find_metaschema(r, resource, name, why);
        if (found < 0)
            return -1;
        if (value_member(root_of(r, (uint32_t)found), "$vocabulary", 11,
                         &listed) && value_kind(listed) == JSON_OBJECT)
            bits = read_vocabularies(r, (uint32_t)found, listed, why);
    } else if (name.tape == NULL && place.node > 0) {
        const struct document *d = r->documents[place.document];
        size_t parent = document_parent(&d->tape, 0, place.node);
        if (dialect_find(r, d->owner[parent], why) < 0)
            return -1;
        bits = r->resources[d->owner[parent]].vocabularies;
    }
    r->resources[resource].vocabularies = bits;
    return bits != 0 ? 0 : -1;
}
