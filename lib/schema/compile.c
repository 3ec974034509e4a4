#include "config.h"

#include <stdarg.h>
#include <stdlib.h>

#include "alloc.h"
#include "schema/compile_parts.h"
#include "schema/dialect.h"
#include "schema/meta.h"

struct value compile_value(const struct compiler *c, uint32_t node)
{
    return document_value(c->registry->documents[c->schema.document], node);
}

bool compile_has(const struct compiler *c, enum keyword k, struct value *v)
{
    unsigned bits = 1u << keyword_vocabulary(k);
    if (k == KEYWORD_FORMAT)
        bits |= 1u << VOCABULARY_FORMAT_ASSERTION;
    if (c->found[k] == 0 || (c->vocabularies & bits) == 0)
        return false;
    *v = compile_value(c, c->found[k]);
    return true;
}

int compile_fail(struct compiler *c, size_t node, const char *format, ...)
{
    struct place place = {c->schema.document, (uint32_t)node};
    va_list args;
    registry_tell_place(c->registry, place, c->why);
    va_start(args, format);
    buf_vprintf(c->why, format, args);
    va_end(args);
    return -1;
}

/* What is known of the blocks of a document. */
static uint32_t *known_of(struct compiler *c, uint32_t document)
{
    if (document >= c->known_count) {
        size_t count = c->registry->document_count;
        c->known = xrealloc(c->known, count, sizeof *c->known);
        for (size_t i = c->known_count; i < count; i++)
            c->known[i] = NULL;
        c->known_count = count;
    }
    if (c->known[document] == NULL)
        c->known[document] =
            xcalloc(c->registry->documents[document]->tape.count,
                    sizeof **c->known);
    return c->known[document];
}

uint32_t compile_block(struct compiler *c, struct place place)
{
    struct program *p = c->program;
    uint32_t *known = &known_of(c, place.document)[place.node];
    if (*known == 0) {
        p->blocks = program_grow(p->blocks, p->block_count, sizeof *p->blocks);
        p->blocks[p->block_count++] = (struct block){
            .place = place, .resource = registry_owner(c->registry, place)};
        *known = (uint32_t)p->block_count;
    }
    return *known - 1;
}

uint32_t compile_inner(struct compiler *c, size_t node)
{
    struct place place = {c->schema.document, (uint32_t)node};
    return compile_block(c, place);
}

struct step *compile_step(struct compiler *c, enum op op, unsigned kinds,
                          size_t node)
{
    struct program *p = c->program;
    p->steps = program_grow(p->steps, p->step_count, sizeof *p->steps);
    struct step *s = &p->steps[p->step_count++];
    *s = (struct step){.op = (uint8_t)op, .kinds = (uint8_t)kinds,
                       .node = (uint32_t)node};
    return s;
}

void compile_list(struct compiler *c, uint32_t number)
{
    struct program *p = c->program;
    p->lists = program_grow(p->lists, p->list_count, sizeof *p->lists);
    p->lists[p->list_count++] = number;
}

uint32_t compile_string(struct compiler *c, struct value v)
{
    struct program *p = c->program;
    size_t len;
    const char *text = value_string(v, &c->scratch, &len);
    p->strings = program_grow(p->strings, p->string_count,
                              sizeof *p->strings);
    p->strings[p->string_count] = (struct string){xstrndup(text, len), len};
    return (uint32_t)p->string_count++;
}

/* Finds the keywords of the schema under work; those unknown are notes. */
static void find_keywords(struct compiler *c, struct value v)
{
    const struct json_node *nodes = v.tape->nodes;
    size_t count = nodes[v.node].size;
    memset(c->found, 0, sizeof c->found);
    v.node++;
    for (size_t i = 0; i < count; i++) {
        size_t len;
        const char *name = value_string(v, &c->scratch, &len);
        enum keyword k = keyword_find(name, len);
        if (k < KEYWORDS)
            c->found[k] = (uint32_t)v.node + 1;
        v.node += 1 + nodes[v.node + 1].skip;
    }
}

static bool is_note(enum keyword k)
{
    return k == KEYWORDS || (k >= KEYWORD_FORMAT && k <= KEYWORD_EXAMPLES);
}

/* Adds the keywords that only say something. */
static void compile_notes(struct compiler *c, struct value v)
{
    const struct json_node *nodes = v.tape->nodes;
    size_t count = nodes[v.node].size;
    v.node++;
    for (size_t i = 0; i < count; i++) {
        size_t len;
        struct value unused;
        const char *name = value_string(v, &c->scratch, &len);
        enum keyword k = keyword_find(name, len);
        if (k == KEYWORDS)
            compile_note_keyword(c, v);
        if (is_note(k) && (k == KEYWORDS || compile_has(c, k, &unused)))
            compile_step(c, OP_ANNOTATE,
                         k == KEYWORD_FORMAT ||
                                 (k >= KEYWORD_CONTENT_ENCODING &&
                                  k <= KEYWORD_CONTENT_SCHEMA)
                             ? 1u << JSON_STRING : PROGRAM_ANY_KIND,
                         v.node + 1);
        v.node += 1 + nodes[v.node + 1].skip;
    }
}

static int compile_object(struct compiler *c, struct value v)
{
    find_keywords(c, v);
    if (compile_scalars(c) < 0 || compile_refs(c) < 0 ||
        compile_logic(c) < 0 || compile_members(c) < 0 ||
        compile_elements(c) < 0)
        return -1;
    return 0;
}

/* Compiles one block. Its steps come in the order of what they cost; those that
 * ask what others evaluated come last. */
static int compile_one(struct compiler *c, uint32_t number)
{
    struct program *p = c->program;
    struct block b = p->blocks[number];
    struct value v;
    int rc = 0;
    c->schema = b.place;
    if (meta_check(c->registry, b.place.document, c->why) < 0 ||
        dialect_find(c->registry, b.resource, c->why) < 0)
        return -1;
    c->vocabularies = c->registry->resources[b.resource].vocabularies;
    b.first = (uint32_t)p->step_count;
    v = compile_value(c, b.place.node);
    if (value_kind(v) == JSON_OBJECT)
        rc = compile_object(c, v);
    else if (value_kind(v) == JSON_FALSE)
        compile_step(c, OP_FALSE, PROGRAM_ANY_KIND, b.place.node);
    else if (value_kind(v) != JSON_TRUE)
        rc = compile_fail(c, b.place.node,
                          "a schema must be an object or a boolean");
    b.count = (uint32_t)p->step_count - b.first;
    for (size_t i = b.first; i < p->step_count; i++)
        b.others |= p->steps[i].op == OP_OTHER_MEMBERS ||
                    p->steps[i].op == OP_OTHER_ELEMENTS;
    if (rc == 0 && value_kind(v) == JSON_OBJECT)
        compile_notes(c, v);
    b.notes = (uint32_t)p->step_count - b.first - b.count;
    p->blocks[number] = b;
    return rc;
}

int compile(struct registry *r, struct place root, bool formats,
            struct program *p, struct buf *why)
{
    struct compiler c = {.registry = r, .program = p, .why = why,
                         .formats = formats};
    int rc = 0;
    *p = (struct program){.registry = r};
    p->steps = program_grow(NULL, 0, sizeof *p->steps); /* not NULL, though */
    p->lists = program_grow(NULL, 0, sizeof *p->lists); /* they stay empty */
    p->dependencies = program_grow(NULL, 0, sizeof *p->dependencies);
    p->root = compile_block(&c, root);
    size_t done = 0;
    do {
        while (done < p->block_count && rc >= 0)
            rc = compile_one(&c, (uint32_t)done++);
        rc = rc < 0 ? rc : compile_link(&c);
    } while (rc > 0);
    if (rc == 0)
        rc = compile_check_cycles(p, why);
    if (rc == 0)
        compile_shorten(p);
    for (size_t i = 0; i < c.known_count; i++)
        free(c.known[i]);
    free(c.known);
    free(c.entered);
    free(c.is_entered);
    names_release(&c.patterns);
    buf_release(&c.scratch);
    return rc;
}
