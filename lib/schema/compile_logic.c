#include "config.h"

#include "schema/compile_parts.h"

/* Adds a step for a list of schemas. */
static void compile_several(struct compiler *c, enum keyword k, enum op op)
{
    struct value v;
    if (!compile_has(c, k, &v) || value_kind(v) != JSON_ARRAY)
        return;
    const struct json_node *nodes = v.tape->nodes;
    uint32_t first = (uint32_t)c->program->list_count;
    size_t count = nodes[v.node].size, node = v.node + 1;
    for (size_t i = 0; i < count; i++) {
        compile_list(c, compile_inner(c, node));
        node += nodes[node].skip;
    }
    struct step *s = compile_step(c, op, PROGRAM_ANY_KIND, v.node);
    s->a = first;
    s->b = (uint32_t)count;
}

static void compile_if(struct compiler *c)
{
    struct value v, branch;
    uint32_t yes = PROGRAM_NONE, no = PROGRAM_NONE;
    if (!compile_has(c, KEYWORD_IF, &v))
        return;
    uint32_t condition = compile_inner(c, v.node);
    if (compile_has(c, KEYWORD_THEN, &branch))
        yes = compile_inner(c, branch.node);
    if (compile_has(c, KEYWORD_ELSE, &branch))
        no = compile_inner(c, branch.node);
    struct step *s = compile_step(c, OP_IF, PROGRAM_ANY_KIND, v.node);
    s->a = condition;
    s->b = yes;
    s->c = no;
}

/* Adds what one member of a keyword about dependencies demands. */
static void compile_dependency(struct compiler *c, struct value name)
{
    struct program *p = c->program;
    struct value v = {name.tape, name.node + 1};
    uint32_t text = compile_string(c, name);
    struct dependency d = {.name = p->strings[text].text,
                           .len = p->strings[text].len,
                           .node = (uint32_t)v.node, .block = PROGRAM_NONE,
                           .needed = (uint32_t)p->list_count};
    if (value_kind(v) != JSON_ARRAY) {
        d.block = compile_inner(c, v.node);
    } else {
        d.needed_count = v.tape->nodes[v.node].size;
        for (size_t i = 1; i <= d.needed_count; i++) {
            struct value one = {v.tape, v.node + i};
            if (value_kind(one) != JSON_STRING) {
                d.needed_count = 0; /* the metaschema refuses it */
                break;
            }
            compile_list(c, compile_string(c, one));
        }
    }
    p->dependencies = program_grow(p->dependencies, p->dependency_count,
                                   sizeof *p->dependencies);
    p->dependencies[p->dependency_count++] = d;
}

static void compile_dependent(struct compiler *c, enum keyword k)
{
    struct value v;
    if (!compile_has(c, k, &v) || value_kind(v) != JSON_OBJECT)
        return;
    uint32_t first = (uint32_t)c->program->dependency_count;
    size_t count = v.tape->nodes[v.node].size;
    struct value name = {v.tape, v.node + 1};
    for (size_t i = 0; i < count; i++) {
        compile_dependency(c, name);
        name.node += 1 + v.tape->nodes[name.node + 1].skip;
    }
    struct step *s = compile_step(c, OP_DEPENDENT, 1u << JSON_OBJECT, v.node);
    s->a = first;
    s->b = (uint32_t)count;
}

int compile_logic(struct compiler *c)
{
    struct value v;
    compile_several(c, KEYWORD_ALL_OF, OP_ALL);
    compile_several(c, KEYWORD_ANY_OF, OP_ANY);
    compile_several(c, KEYWORD_ONE_OF, OP_ONE);
    if (compile_has(c, KEYWORD_NOT, &v)) {
        uint32_t block = compile_inner(c, v.node);
        compile_step(c, OP_NOT, PROGRAM_ANY_KIND, v.node)->a = block;
    }
    compile_if(c);
    compile_dependent(c, KEYWORD_DEPENDENT_REQUIRED);
    compile_dependent(c, KEYWORD_DEPENDENT_SCHEMAS);
    compile_dependent(c, KEYWORD_DEPENDENCIES);
    return 0;
}

bool compile_is_joined(const struct compiler *c)
{
    static const enum keyword joins[] = {
        KEYWORD_REF, KEYWORD_DYNAMIC_REF, KEYWORD_ALL_OF, KEYWORD_ANY_OF,
        KEYWORD_ONE_OF, KEYWORD_IF, KEYWORD_DEPENDENT_SCHEMAS,
        KEYWORD_DEPENDENCIES,
    };
    struct value v;
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++)
        if (compile_has(c, joins[i], &v))
            return true;
    return false;
}
