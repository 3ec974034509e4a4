#include "config.h"

#include <string.h>

#include "schema/bound.h"
#include "schema/decimal.h"
#include "schema/format.h"
#include "schema/run.h"

static bool has_type(const struct machine *m, const struct step *s,
                     size_t node)
{
    const struct json_node *n = &m->tape->nodes[node];
    const char *text = m->tape->text + n->at;
    int64_t value;
    if ((s->a >> n->kind & 1) != 0)
        return true;
    return n->kind == JSON_NUMBER && (s->a & PROGRAM_INTEGER) != 0 &&
           (bound_small(text, n->size, &value) ||
            decimal_is_integer(text, n->size));
}

static bool is_chosen(struct machine *m, const struct step *s, size_t node)
{
    const struct choice *c = &m->program->choices[s->a];
    struct value v = {m->tape, node};
    size_t len;
    if (value_kind(v) == JSON_STRING) {
        const char *text = value_string(v, &m->scratch, &len);
        return names_find(&c->strings, text, len) >= 0;
    }
    run_charge(m, c->other_count);
    for (size_t i = 0; i < c->other_count; i++)
        if (value_same(v, c->others[i], &m->steps))
            return true;
    return m->steps == 0 ? run_fault(m, MACHINE_TOO_LONG) : false;
}

static bool in_bound(struct machine *m, const struct step *s, size_t node)
{
    const struct bound *b = &m->program->bounds[s->a];
    size_t len;
    const char *text = value_raw((struct value){m->tape, node}, &len);
    switch ((enum op)s->op) {
    case OP_MINIMUM:
        return bound_compare(text, len, b) >= 0;
    case OP_MAXIMUM:
        return bound_compare(text, len, b) <= 0;
    case OP_ABOVE:
        return bound_compare(text, len, b) > 0;
    case OP_BELOW:
        return bound_compare(text, len, b) < 0;
    default:
        return bound_divides(text, len, b) > 0;
    }
}

/* The code points of a string. */
static size_t length_of(struct machine *m, size_t node)
{
    size_t len, points = 0;
    const char *text =
        value_string((struct value){m->tape, node}, &m->scratch, &len);
    for (size_t i = 0; i < len; i++)
        points += ((unsigned char)text[i] & 0xc0) != 0x80;
    return points;
}

/* Counts only where the bytes leave it open: a code point takes one to four,
 * an escape up to twelve. */
static bool has_length(struct machine *m, const struct step *s, size_t node)
{
    size_t bytes = m->tape->nodes[node].size;
    if (s->op == OP_MIN_LENGTH)
        return bytes >= s->a &&
               (bytes / 12 >= s->a || length_of(m, node) >= s->a);
    return bytes <= s->a || length_of(m, node) <= s->a;
}

static bool fits_format(struct machine *m, const struct step *s, size_t node)
{
    size_t len;
    const char *text =
        value_string((struct value){m->tape, node}, &m->scratch, &len);
    return format_check((int)s->a, text, len);
}

/* Takes off the steps that a long string or number costs: one for each
 * MACHINE_STEP_BYTES, eight if it is a number or to have a format, and where it
 * is to be divided sixteen more for each limb of the divisor. */
static void charge_length(struct machine *m, const struct step *s,
                          const struct json_node *n)
{
    uint64_t part = n->size / MACHINE_STEP_BYTES;
    bool slow = n->kind == JSON_NUMBER || s->op == OP_FORMAT;
    run_charge(m, slow ? 8 * part : part);
    if (s->op == OP_MULTIPLE)
        run_charge(m, 16 * part * (m->program->bounds[s->a].len / 18 + 2));
}

static bool holds(struct machine *m, const struct step *s, size_t node)
{
    switch ((enum op)s->op) {
    case OP_TYPE:
        return has_type(m, s, node);
    case OP_CHOICE:
        return is_chosen(m, s, node);
    case OP_MINIMUM:
    case OP_MAXIMUM:
    case OP_ABOVE:
    case OP_BELOW:
    case OP_MULTIPLE:
        return in_bound(m, s, node);
    case OP_MIN_LENGTH:
    case OP_MAX_LENGTH:
        return has_length(m, s, node);
    case OP_MIN_ITEMS:
    case OP_MIN_MEMBERS:
        return m->tape->nodes[node].size >= s->a;
    case OP_MAX_ITEMS:
    case OP_MAX_MEMBERS:
        return m->tape->nodes[node].size <= s->a;
    case OP_PATTERN:
        return run_find(m, s->a, node) > 0;
    case OP_FORMAT:
        return fits_format(m, s, node);
    default:
        return false; /* OP_FALSE */
    }
}

bool run_scalar(struct machine *m, const struct block *b,
                const struct step *s, size_t node)
{
    const struct json_node *n = &m->tape->nodes[node];
    if (n->size >= MACHINE_STEP_BYTES)
        charge_length(m, s, n);
    return holds(m, s, node) ||
           (m->fault == MACHINE_FINE && run_fail(m, b, s, node));
}
