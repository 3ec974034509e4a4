#include "config.h"

#include "schema/message.h"

#include "schema/nearest.h"

/* A message while it is written. */
struct message {
    const struct program *program;
    const struct json_tape *tape;     /* of the text */
    const struct document *document;  /* the schema's */
    const struct failure *failure;
    struct buf *out;
};

/* Appends at most MESSAGE_SHOWN bytes of a text, cut before a code point; what
 * would break a line or end a string becomes '?'. */
static void put_some(struct buf *out, const char *text, size_t len)
{
    size_t shown = len < MESSAGE_SHOWN ? len : MESSAGE_SHOWN;
    while (shown < len && ((unsigned char)text[shown] & 0xc0) == 0x80)
        shown--;
    for (size_t i = 0; i < shown; i++)
        buf_putc(out, (unsigned char)text[i] < 0x20 ? '?' : text[i]);
    if (shown < len)
        buf_puts(out, "...");
}

/* Appends a value: itself, or what it is like. */
static void put_value(struct buf *out, struct value v)
{
    size_t len;
    unsigned size = v.tape->nodes[v.node].size;
    if (value_kind(v) == JSON_ARRAY) {
        buf_printf(out, "an array of %u", size);
    } else if (value_kind(v) == JSON_OBJECT) {
        buf_printf(out, "an object of %u member%s", size, size == 1 ? "" : "s");
    } else {
        const char *text = value_text(v, &len);
        put_some(out, text, len);
    }
}

static void put_found(const struct message *m)
{
    buf_puts(m->out, ", found ");
    put_value(m->out, (struct value){m->tape, m->failure->node});
}

static void put_type(const struct message *m)
{
    static const struct { unsigned bit; const char *name; } types[] = {
        {1u << JSON_NULL, "null"}, {1u << JSON_TRUE, "a boolean"},
        {1u << JSON_OBJECT, "an object"}, {1u << JSON_ARRAY, "an array"},
        {1u << JSON_NUMBER, "a number"}, {1u << JSON_STRING, "a string"},
        {PROGRAM_INTEGER, "an integer"},
    };
    const char *before = "expected ";
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if ((m->failure->step->a & types[i].bit) != 0) {
            buf_printf(m->out, "%s%s", before, types[i].name);
            before = " or ";
        }
    put_found(m);
}

/* The string at a node of the text, which `scratch` may have to hold. */
static const char *text_at(const struct message *m, size_t node,
                           struct buf *scratch, size_t *len)
{
    return value_string((struct value){m->tape, node}, scratch, len);
}

static void put_near_choice(const struct message *m, const struct choice *c)
{
    struct buf scratch = BUF_EMPTY;
    struct nearest near;
    size_t len;
    if (m->tape->nodes[m->failure->node].kind != JSON_STRING)
        return;
    const char *text = text_at(m, m->failure->node, &scratch, &len);
    nearest_init(&near, text, len);
    for (size_t i = 0;
         i < c->strings.room && near.offered < NEAREST_OFFERS; i++)
        if (c->strings.slots[i].name != NULL)
            nearest_offer(&near, c->strings.slots[i].name,
                          c->strings.slots[i].len);
    nearest_put(&near, m->out);
    buf_release(&scratch);
}

static void put_choice(const struct message *m)
{
    struct value v = document_value(m->document, m->failure->keyword);
    const struct choice *c = &m->program->choices[m->failure->step->a];
    struct value keyword = {v.tape, v.node - 1};
    buf_puts(m->out, "expected ");
    if (value_is(keyword, "enum")) {
        size_t count = v.tape->nodes[v.node].size;
        const char *before = count == 1 ? "" : "one of ";
        v.node++;
        for (size_t i = 0; i < count && i < 8; i++) {
            buf_puts(m->out, before);
            put_value(m->out, v);
            before = ", ";
            v.node += v.tape->nodes[v.node].skip;
        }
        if (count > 8)
            buf_printf(m->out, " and %zu others", count - 8);
    } else {
        put_value(m->out, v);
    }
    put_found(m);
    put_near_choice(m, c);
}

static void put_bound(const struct message *m, const char *relation)
{
    const struct bound *b = &m->program->bounds[m->failure->step->a];
    buf_printf(m->out, "expected %s ", relation);
    put_some(m->out, b->text, b->len);
    put_found(m);
}

static size_t length_of(const struct message *m)
{
    struct buf scratch = BUF_EMPTY;
    size_t len, points = 0;
    const char *text = text_at(m, m->failure->node, &scratch, &len);
    for (size_t i = 0; i < len; i++)
        points += ((unsigned char)text[i] & 0xc0) != 0x80;
    buf_release(&scratch);
    return points;
}

static void put_count(const struct message *m, const char *relation,
                      const char *noun)
{
    size_t found = m->tape->nodes[m->failure->node].size;
    unsigned count = m->failure->step->a;
    if (m->tape->nodes[m->failure->node].kind == JSON_STRING)
        found = length_of(m);
    size_t len;
    const char *text =
        value_raw(document_value(m->document, m->failure->keyword), &len);
    buf_printf(m->out, "expected at %s ", relation);
    put_some(m->out, text, len);
    buf_printf(m->out, " %s%s, found %zu", noun, count == 1 ? "" : "s", found);
}

static void put_text_rule(const struct message *m, const char *rule)
{
    struct value v = document_value(m->document, m->failure->keyword);
    struct buf scratch = BUF_EMPTY;
    size_t len;
    const char *text = value_string(v, &scratch, &len);
    buf_printf(m->out, "expected %s '", rule);
    put_some(m->out, text, len);
    buf_putc(m->out, '\'');
    put_found(m);
    buf_release(&scratch);
}

/* Appends that a member has no place here, and which one has a name like it. */
static void put_unknown(const struct message *m, struct value schema)
{
    struct buf scratch = BUF_EMPTY, other = BUF_EMPTY;
    struct nearest near;
    struct value known;
    size_t len, size;
    const char *name = text_at(m, m->failure->node - 1, &scratch, &len);
    buf_puts(m->out, "the member '");
    put_some(m->out, name, len);
    buf_puts(m->out, "' is not known here");
    nearest_init(&near, name, len);
    if (value_member(schema, "properties", 10, &known) &&
        value_kind(known) == JSON_OBJECT) {
        size_t count = known.tape->nodes[known.node].size;
        known.node++;
        for (size_t i = 0; i < count && i < NEAREST_OFFERS; i++) {
            const char *text = value_string(known, &other, &size);
            if (!known.tape->nodes[known.node].escaped)
                nearest_offer(&near, text, size);
            known.node += 1 + known.tape->nodes[known.node + 1].skip;
        }
    }
    nearest_put(&near, m->out);
    buf_release(&scratch);
    buf_release(&other);
}

/* The schema `false`. */
static void put_false(const struct message *m)
{
    const struct json_tape *tape = &m->document->tape;
    size_t node = m->failure->keyword;
    size_t parent = document_parent(tape, 0, node);
    struct value name = {tape, node > 0 ? node - 1 : 0};
    bool named = node > 0 && tape->nodes[parent].kind == JSON_OBJECT;
    if (named && (value_is(name, "additionalProperties") ||
                  value_is(name, "unevaluatedProperties")))
        put_unknown(m, (struct value){tape, parent});
    else if (named && (value_is(name, "items") ||
                       value_is(name, "unevaluatedItems")))
        buf_puts(m->out, "the array has no place for this element");
    else
        buf_puts(m->out, "nothing is allowed here");
}

static void put_missing(const struct message *m)
{
    const struct failure *f = m->failure;
    struct buf scratch = BUF_EMPTY;
    size_t len;
    buf_puts(m->out, "the member '");
    put_some(m->out, f->name, f->name_len);
    buf_puts(m->out, "' is missing");
    if (f->step->op == OP_DEPENDENT) {
        const char *cause = value_string(
            document_value(m->document, f->keyword - 1), &scratch, &len);
        buf_puts(m->out, ", which goes with '");
        put_some(m->out, cause, len);
        buf_putc(m->out, '\'');
    }
    buf_release(&scratch);
}

static void put_fits_none(const struct message *m)
{
    unsigned count = m->failure->step->b;
    buf_printf(m->out, "fits none of %u schema%s", count,
               count == 1 ? "" : "s");
    put_found(m);
}

/* Appends what the value must not be, in the words of the schema if it has
 * any. */
static void put_not(const struct message *m)
{
    struct value schema = document_value(m->document, m->failure->keyword);
    struct buf scratch = BUF_EMPTY;
    struct value words;
    size_t len;
    if ((value_member(schema, "title", 5, &words) ||
         value_member(schema, "description", 11, &words)) &&
        value_kind(words) == JSON_STRING) {
        const char *text = value_string(words, &scratch, &len);
        buf_puts(m->out, "must not be: ");
        put_some(m->out, text, len);
    } else {
        buf_puts(m->out, "fits a schema that it must not fit");
    }
    put_found(m);
    buf_release(&scratch);
}

static void put_logic(const struct message *m)
{
    const struct failure *f = m->failure;
    switch ((enum op)f->step->op) {
    case OP_ANY:
        put_fits_none(m);
        break;
    case OP_ONE:
        if (f->two > f->one) {
            buf_printf(m->out, "fits schemas %zu and %zu, expected only one",
                       f->one, f->two);
        } else {
            put_fits_none(m);
        }
        break;
    case OP_NOT:
        put_not(m);
        break;
    case OP_CONTAINS:
        buf_printf(m->out, "expected at %s %zu element%s, found %zu",
                   f->one < f->two ? "least" : "most", f->two,
                   f->two == 1 ? " that fits" : "s that fit", f->one);
        break;
    default:
        buf_printf(m->out, "elements %zu and %zu are equal", f->one, f->two);
    }
}

static void put_message(const struct message *m)
{
    switch ((enum op)m->failure->step->op) {
    case OP_FALSE:
        put_false(m);
        break;
    case OP_TYPE:
        put_type(m);
        break;
    case OP_CHOICE:
        put_choice(m);
        break;
    case OP_MINIMUM:
        put_bound(m, "at least");
        break;
    case OP_MAXIMUM:
        put_bound(m, "at most");
        break;
    case OP_ABOVE:
        put_bound(m, "more than");
        break;
    case OP_BELOW:
        put_bound(m, "less than");
        break;
    case OP_MULTIPLE:
        put_bound(m, "a multiple of");
        break;
    case OP_MIN_LENGTH:
        put_count(m, "least", "character");
        break;
    case OP_MAX_LENGTH:
        put_count(m, "most", "character");
        break;
    case OP_MIN_ITEMS:
        put_count(m, "least", "element");
        break;
    case OP_MAX_ITEMS:
        put_count(m, "most", "element");
        break;
    case OP_MIN_MEMBERS:
        put_count(m, "least", "member");
        break;
    case OP_MAX_MEMBERS:
        put_count(m, "most", "member");
        break;
    case OP_PATTERN:
        put_text_rule(m, "text that fits the pattern");
        break;
    case OP_FORMAT:
        put_text_rule(m, "the format");
        break;
    case OP_MEMBERS:
    case OP_DEPENDENT:
        put_missing(m);
        break;
    default:
        put_logic(m);
    }
}

void message_write(const struct program *p, const struct json_tape *tape,
                   const struct failure *f, struct buf *out)
{
    struct message m = {
        p, tape, p->registry->documents[f->block->place.document], f, out};
    if (f->reason != NULL)
        buf_puts(out, f->reason);
    else
        put_message(&m);
}
