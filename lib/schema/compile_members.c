#include "config.h"

#include "schema/compile_parts.h"

/* The entry of a name in the table, added if need be. */
static size_t entry_of(struct compiler *c, struct member_table *t,
                       struct value name)
{
    uint32_t string = compile_string(c, name);
    const struct string *s = &c->program->strings[string];
    int64_t known = names_find(&t->names, s->text, s->len);
    if (known >= 0)
        return (size_t)known;
    t->entries = program_grow(t->entries, t->count, sizeof *t->entries);
    t->entries[t->count] =
        (struct member_entry){s->text, s->len, PROGRAM_NONE, false};
    names_add(&t->names, s->text, s->len, (uint32_t)t->count);
    return t->count++;
}

static void add_properties(struct compiler *c, struct member_table *t)
{
    struct value v;
    if (!compile_has(c, KEYWORD_PROPERTIES, &v) ||
        value_kind(v) != JSON_OBJECT)
        return;
    struct value name = {v.tape, v.node + 1};
    for (size_t i = 0; i < v.tape->nodes[v.node].size; i++) {
        size_t entry = entry_of(c, t, name);
        t->entries[entry].block = compile_inner(c, name.node + 1);
        name.node += 1 + v.tape->nodes[name.node + 1].skip;
    }
}

static void add_required(struct compiler *c, struct member_table *t)
{
    struct value v;
    if (!compile_has(c, KEYWORD_REQUIRED, &v) || value_kind(v) != JSON_ARRAY)
        return;
    struct value name = {v.tape, v.node + 1};
    t->required = (uint32_t)v.node;
    for (size_t i = 0; i < v.tape->nodes[v.node].size; i++) {
        if (value_kind(name) != JSON_STRING)
            return; /* the metaschema refuses it */
        size_t entry = entry_of(c, t, name);
        t->needed_count += !t->entries[entry].needed;
        t->entries[entry].needed = true;
        name.node++;
    }
}

static int add_patterns(struct compiler *c, struct member_table *t)
{
    struct value v;
    t->patterns = (uint32_t)c->program->list_count;
    if (!compile_has(c, KEYWORD_PATTERN_PROPERTIES, &v) ||
        value_kind(v) != JSON_OBJECT)
        return 0;
    struct value name = {v.tape, v.node + 1};
    for (size_t i = 0; i < v.tape->nodes[v.node].size; i++) {
        int64_t pattern = compile_pattern(c, name);
        if (pattern < 0)
            return -1;
        compile_list(c, (uint32_t)pattern);
        compile_list(c, compile_inner(c, name.node + 1));
        t->pattern_count++;
        name.node += 1 + v.tape->nodes[name.node + 1].skip;
    }
    return 0;
}

/* The keyword for members not named: additionalProperties, or the one that
 * comes to the same where no other schema can have evaluated any. */
static bool find_rest(const struct compiler *c, struct value *v)
{
    return compile_has(c, KEYWORD_ADDITIONAL_PROPERTIES, v) ||
           (!compile_is_joined(c) &&
            compile_has(c, KEYWORD_UNEVALUATED_PROPERTIES, v));
}

/* The node that messages name: that of the first keyword there is. */
static size_t place_of(const struct compiler *c, const struct member_table *t)
{
    static const enum keyword order[] = {
        KEYWORD_PROPERTIES, KEYWORD_PATTERN_PROPERTIES,
        KEYWORD_ADDITIONAL_PROPERTIES, KEYWORD_UNEVALUATED_PROPERTIES,
    };
    struct value v;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (compile_has(c, order[i], &v))
            return v.node;
    return t->required;
}

static int compile_table(struct compiler *c)
{
    struct program *p = c->program;
    struct member_table t = {.rest = PROGRAM_NONE, .required = PROGRAM_NONE};
    struct value v;
    add_properties(c, &t);
    add_required(c, &t);
    int rc = add_patterns(c, &t);
    bool rest = find_rest(c, &v);
    if (rest)
        t.rest = compile_inner(c, v.node);
    p->tables = program_grow(p->tables, p->table_count, sizeof *p->tables);
    p->tables[p->table_count++] = t;
    if (rc == 0 && (rest || t.count > 0 || t.pattern_count > 0))
        compile_step(c, OP_MEMBERS, 1u << JSON_OBJECT, place_of(c, &t))->a =
            (uint32_t)p->table_count - 1;
    return rc;
}

int compile_members(struct compiler *c)
{
    struct value v;
    if (compile_table(c) < 0)
        return -1;
    if (compile_has(c, KEYWORD_PROPERTY_NAMES, &v)) {
        uint32_t block = compile_inner(c, v.node);
        compile_step(c, OP_NAMES, 1u << JSON_OBJECT, v.node)->a = block;
    }
    if (compile_is_joined(c) &&
        compile_has(c, KEYWORD_UNEVALUATED_PROPERTIES, &v)) {
        uint32_t block = compile_inner(c, v.node);
        compile_step(c, OP_OTHER_MEMBERS, 1u << JSON_OBJECT, v.node)->a =
            block;
    }
    return 0;
}
