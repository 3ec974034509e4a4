#include "config.h"

#include "schema/compile_parts.h"
#include "schema/count.h"

/* The keyword for elements that prefixItems does not name: items, or the one
 * that comes to the same where no other schema can have evaluated any. */
static bool find_rest(const struct compiler *c, struct value *v)
{
    struct value unused;
    return compile_has(c, KEYWORD_ITEMS, v) ||
           (!compile_is_joined(c) &&
            !compile_has(c, KEYWORD_CONTAINS, &unused) &&
            compile_has(c, KEYWORD_UNEVALUATED_ITEMS, v));
}

static void compile_list_of_elements(struct compiler *c)
{
    struct value prefix, rest;
    uint32_t first = (uint32_t)c->program->list_count, other = PROGRAM_NONE;
    size_t count = 0, node = 0;
    bool some = compile_has(c, KEYWORD_PREFIX_ITEMS, &prefix) &&
                value_kind(prefix) == JSON_ARRAY;
    if (some) {
        count = prefix.tape->nodes[prefix.node].size;
        node = prefix.node + 1;
    }
    for (size_t i = 0; i < count; i++) {
        compile_list(c, compile_inner(c, node));
        node += prefix.tape->nodes[node].skip;
    }
    if (find_rest(c, &rest)) {
        other = compile_inner(c, rest.node);
        if (!some)
            prefix = rest;
        some = true;
    }
    if (!some)
        return;
    struct step *s =
        compile_step(c, OP_ELEMENTS, 1u << JSON_ARRAY, prefix.node);
    s->a = first;
    s->b = (uint32_t)count;
    s->c = other;
}

static void compile_contains(struct compiler *c)
{
    struct value v, count;
    uint32_t least = 1, most = PROGRAM_NONE;
    if (!compile_has(c, KEYWORD_CONTAINS, &v))
        return;
    if (compile_has(c, KEYWORD_MIN_CONTAINS, &count))
        least = count_read(count);
    if (compile_has(c, KEYWORD_MAX_CONTAINS, &count))
        most = count_read(count);
    uint32_t block = compile_inner(c, v.node);
    struct step *s = compile_step(c, OP_CONTAINS, 1u << JSON_ARRAY, v.node);
    s->a = block;
    s->b = least;
    s->c = most;
}

int compile_elements(struct compiler *c)
{
    struct value v, rest;
    compile_list_of_elements(c);
    compile_contains(c);
    if (compile_has(c, KEYWORD_UNIQUE_ITEMS, &v) && value_kind(v) == JSON_TRUE)
        compile_step(c, OP_UNIQUE, 1u << JSON_ARRAY, v.node);
    if (compile_has(c, KEYWORD_UNEVALUATED_ITEMS, &v) &&
        !(find_rest(c, &rest) && rest.node == v.node)) {
        uint32_t block = compile_inner(c, v.node);
        compile_step(c, OP_OTHER_ELEMENTS, 1u << JSON_ARRAY, v.node)->a =
            block;
    }
    return 0;
}
