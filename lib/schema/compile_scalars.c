#include "config.h"

#include "alloc.h"
#include "schema/compile_parts.h"
#include "schema/count.h"
#include "schema/decimal.h"
#include "schema/format.h"

/* The bits of a type's name, or 0. */
static unsigned type_bits(struct value v)
{
    static const struct { const char *name; unsigned bits; } types[] = {
        {"null", 1u << JSON_NULL},
        {"boolean", 1u << JSON_FALSE | 1u << JSON_TRUE},
        {"object", 1u << JSON_OBJECT}, {"array", 1u << JSON_ARRAY},
        {"number", 1u << JSON_NUMBER}, {"string", 1u << JSON_STRING},
        {"integer", PROGRAM_INTEGER},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (value_is(v, types[i].name))
            return types[i].bits;
    return 0;
}

static int compile_type(struct compiler *c, struct value v)
{
    size_t count = 1, node = v.node;
    unsigned bits = 0;
    if (value_kind(v) == JSON_ARRAY) {
        count = v.tape->nodes[v.node].size;
        node++;
    }
    for (size_t i = 0; i < count; i++) {
        struct value one = {v.tape, node};
        unsigned some = type_bits(one);
        if (some == 0)
            return compile_fail(c, node, "there is no such type");
        bits |= some;
        node += v.tape->nodes[node].skip;
    }
    compile_step(c, OP_TYPE, PROGRAM_ANY_KIND, v.node)->a = bits;
    return 0;
}

/* Adds enum, or const, whose only value is `v`. */
static void compile_choice(struct compiler *c, struct value v, bool several)
{
    struct program *p = c->program;
    struct choice choice = {0};
    size_t count = several ? v.tape->nodes[v.node].size : 1;
    struct value one = {v.tape, v.node + several};
    choice.others = xmalloc(count + 1, sizeof *choice.others);
    for (size_t i = 0; i < count; i++) {
        if (value_kind(one) == JSON_STRING) {
            const struct string *s;
            uint32_t text = compile_string(c, one);
            s = &p->strings[text];
            if (names_find(&choice.strings, s->text, s->len) < 0)
                names_add(&choice.strings, s->text, s->len, 0);
        } else {
            choice.others[choice.other_count++] = one;
        }
        one.node += one.tape->nodes[one.node].skip;
    }
    p->choices = program_grow(p->choices, p->choice_count,
                              sizeof *p->choices);
    p->choices[p->choice_count++] = choice;
    compile_step(c, OP_CHOICE, PROGRAM_ANY_KIND, v.node)->a =
        (uint32_t)p->choice_count - 1;
}

static int compile_bound(struct compiler *c, enum op op, struct value v)
{
    struct program *p = c->program;
    struct bound b;
    if (value_kind(v) != JSON_NUMBER)
        return 0;
    b.text = value_raw(v, &b.len);
    if (op == OP_MULTIPLE && decimal_multiple_of("0", 1, b.text, b.len) < 0)
        return compile_fail(c, v.node, "the divisor has more than %d digits",
                            DECIMAL_DIVISOR);
    b.small = bound_small(b.text, b.len, &b.value);
    p->bounds = program_grow(p->bounds, p->bound_count, sizeof *p->bounds);
    p->bounds[p->bound_count++] = b;
    compile_step(c, op, 1u << JSON_NUMBER, v.node)->a =
        (uint32_t)p->bound_count - 1;
    return 0;
}

int64_t compile_pattern(struct compiler *c, struct value v)
{
    struct program *p = c->program;
    struct buf reason = BUF_EMPTY;
    size_t len;
    const char *text = value_string(v, &c->scratch, &len);
    int64_t known = names_find(&c->patterns, text, len);
    if (known >= 0)
        return known;
    struct pattern *pattern = pattern_new(text, len, &reason);
    if (pattern == NULL) {
        compile_fail(c, v.node, "the pattern '%.*s' is refused: %s",
                     (int)(len < 500 ? len : 500), text, buf_string(&reason));
    } else {
        p->patterns = program_grow(p->patterns, p->pattern_count,
                                   sizeof *p->patterns);
        p->automata = program_grow(p->automata, p->pattern_count,
                                   sizeof *p->automata);
        p->automata[p->pattern_count] =
            p->pattern_count < PROGRAM_AUTOMATA ? automaton_new(text, len)
                                                : NULL;
        uint32_t string = compile_string(c, v);
        names_add(&c->patterns, p->strings[string].text,
                  p->strings[string].len, (uint32_t)p->pattern_count);
        p->patterns[p->pattern_count++] = pattern;
    }
    buf_release(&reason);
    return pattern == NULL ? -1 : (int64_t)p->pattern_count - 1;
}

static int compile_format(struct compiler *c)
{
    struct value v;
    size_t len;
    bool demanded = (c->vocabularies & 1u << VOCABULARY_FORMAT_ASSERTION) != 0;
    if ((!c->formats && !demanded) || !compile_has(c, KEYWORD_FORMAT, &v) ||
        value_kind(v) != JSON_STRING)
        return 0;
    const char *name = value_string(v, &c->scratch, &len);
    int format = format_find(name, len);
    if (format < 0)
        return compile_unknown_format(c, v, demanded);
    compile_step(c, OP_FORMAT, 1u << JSON_STRING, v.node)->a =
        (uint32_t)format;
    return 0;
}

static int compile_numbers(struct compiler *c)
{
    static const struct { enum keyword keyword; enum op op; } bounds[] = {
        {KEYWORD_MINIMUM, OP_MINIMUM}, {KEYWORD_MAXIMUM, OP_MAXIMUM},
        {KEYWORD_EXCLUSIVE_MINIMUM, OP_ABOVE},
        {KEYWORD_EXCLUSIVE_MAXIMUM, OP_BELOW},
        {KEYWORD_MULTIPLE_OF, OP_MULTIPLE},
    };
    struct value v;
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
        if (compile_has(c, bounds[i].keyword, &v) &&
            compile_bound(c, bounds[i].op, v) < 0)
            return -1;
    return 0;
}

static void compile_counts(struct compiler *c)
{
    static const struct {
        enum keyword keyword;
        enum op op;
        enum json_kind kind;
    } counts[] = {
        {KEYWORD_MIN_LENGTH, OP_MIN_LENGTH, JSON_STRING},
        {KEYWORD_MAX_LENGTH, OP_MAX_LENGTH, JSON_STRING},
        {KEYWORD_MIN_ITEMS, OP_MIN_ITEMS, JSON_ARRAY},
        {KEYWORD_MAX_ITEMS, OP_MAX_ITEMS, JSON_ARRAY},
        {KEYWORD_MIN_PROPERTIES, OP_MIN_MEMBERS, JSON_OBJECT},
        {KEYWORD_MAX_PROPERTIES, OP_MAX_MEMBERS, JSON_OBJECT},
    };
    struct value v;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (compile_has(c, counts[i].keyword, &v) &&
            value_kind(v) == JSON_NUMBER)
            compile_step(c, counts[i].op, 1u << counts[i].kind, v.node)->a =
                count_read(v);
}

int compile_scalars(struct compiler *c)
{
    struct value v;
    if (compile_has(c, KEYWORD_TYPE, &v) && compile_type(c, v) < 0)
        return -1;
    if (compile_has(c, KEYWORD_CONST, &v))
        compile_choice(c, v, false);
    if (compile_has(c, KEYWORD_ENUM, &v) && value_kind(v) == JSON_ARRAY)
        compile_choice(c, v, true);
    if (compile_numbers(c) < 0)
        return -1;
    compile_counts(c);
    if (compile_has(c, KEYWORD_PATTERN, &v) && value_kind(v) == JSON_STRING) {
        int64_t pattern = compile_pattern(c, v);
        if (pattern < 0)
            return -1;
        compile_step(c, OP_PATTERN, 1u << JSON_STRING, v.node)->a =
            (uint32_t)pattern;
    }
    return compile_format(c);
}
