#include "config.h"

#include "schema/ecma.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "schema/ascii.h"

/* Room for one more of an array. */
static void *grown(void *array, size_t count, size_t *cap, size_t size)
{
    if (count < *cap)
        return array;
    *cap = *cap == 0 ? 16 : 2 * *cap;
    return xrealloc(array, *cap, size);
}

int ecma_wrong(struct ecma *e, const char *why)
{
    e->why = why;
    return -1;
}

bool ecma_skip(struct ecma *e, const char *word)
{
    size_t len = strlen(word);
    if ((size_t)(e->end - e->at) < len || memcmp(e->at, word, len) != 0)
        return false;
    e->at += len;
    return true;
}

int ecma_number(struct ecma *e, size_t *number)
{
    size_t digits = ascii_digits(e->at, (size_t)(e->end - e->at));
    if (digits == 0)
        return ecma_wrong(e, "a number is missing");
    *number = 0;
    for (size_t i = 0; i < digits; i++) {
        unsigned digit = (unsigned)(e->at[i] - '0');
        *number =
            *number > (SIZE_MAX - digit) / 10 ? SIZE_MAX : *number * 10 + digit;
    }
    e->at += digits;
    return 0;
}

static void open_group(struct ecma *e, enum ecma_kind kind)
{
    size_t number = e->group_count++;
    if (!e->second) {
        e->groups = grown(e->groups, number, &e->group_cap, sizeof *e->groups);
        e->groups[number] = (struct ecma_group){.kind = kind};
    }
    struct ecma_group *g = &e->groups[number];
    const struct ecma_group *parent = &e->groups[e->group];
    g->alternatives = 0;
    g->solid = g->empty = false;
    if (number > 0) {
        g->parent = e->group;
        g->alternative = parent->alternatives;
        g->depth = parent->depth + 1;
        g->looks = parent->looks || (kind >= ECMA_AHEAD && !g->captures);
        g->held = parent->held || (kind >= ECMA_AHEAD && g->captures);
    }
    e->group = number;
}

/* Captures count from 1; number 0 is the whole expression. */
static void open_capture(struct ecma *e)
{
    open_group(e, ECMA_CAPTURE);
    e->groups[e->group].captures = e->group > 0;
    e->captures = grown(e->captures, e->capture_count, &e->capture_cap,
                        sizeof *e->captures);
    e->captures[e->capture_count++] = e->group;
    buf_puts(&e->out, e->group > 0 ? "(" : "(?:");
}

/* Behind '('. */
static int read_open(struct ecma *e)
{
    static const struct {
        const char *text;
        enum ecma_kind kind;
    } opens[] = {{"?:", ECMA_PLAIN},
                 {"?=", ECMA_AHEAD},
                 {"?!", ECMA_AHEAD},
                 {"?<=", ECMA_BEHIND},
                 {"?<!", ECMA_BEHIND}};
    for (size_t i = 0; i < sizeof opens / sizeof *opens; i++) {
        if (!ecma_skip(e, opens[i].text))
            continue;
        open_group(e, opens[i].kind);
        buf_putc(&e->out, '(');
        buf_puts(&e->out, opens[i].text);
        return 0;
    }
    if (ecma_skip(e, "?<")) {
        open_capture(e);
        return ecma_name_capture(e);
    }
    if (e->at < e->end && *e->at == '?')
        return ecma_wrong(e, "'(?' is followed by none of : = ! <= <! <name>");
    open_capture(e);
    return 0;
}

/* Reads "{n}", "{n,}" or "{n,m}" behind '{'; *most is SIZE_MAX for no end. */
static int read_counts(struct ecma *e, size_t *least, size_t *most)
{
    if (ecma_number(e, least) < 0)
        return ecma_wrong(e, "'{' begins no count; write \\{ for a brace");
    *most = *least;
    if (ecma_skip(e, ",")) {
        *most = SIZE_MAX;
        if (e->at < e->end && *e->at != '}' && ecma_number(e, most) < 0)
            return -1;
    }
    if (!ecma_skip(e, "}"))
        return ecma_wrong(e, "a count is not closed by '}'");
    if (*most < *least)
        return ecma_wrong(e, "a count's limits are in the wrong order");
    return 0;
}

/* Reads a quantifier, if there is one: changes a count of once. Returns 1, 0
 * for none, or -1. */
static int read_repeat(struct ecma *e, size_t *least, size_t *most)
{
    if (ecma_skip(e, "*")) {
        *least = 0;
        *most = SIZE_MAX;
        return 1;
    }
    if (ecma_skip(e, "+")) {
        *most = SIZE_MAX;
        return 1;
    }
    if (ecma_skip(e, "?")) {
        *least = 0;
        return 1;
    }
    if (!ecma_skip(e, "{"))
        return 0;
    return read_counts(e, least, most) < 0 ? -1 : 1;
}

static void write_repeat(struct ecma *e, size_t least, size_t most, bool lazy)
{
    if (most != SIZE_MAX && most > ECMA_REPEAT)
        e->refused = "a count is above 65535";
    if (least > ECMA_REPEAT)
        e->refused = "a count is above 65535";
    if (most == SIZE_MAX)
        buf_printf(&e->out, "{%zu,}", least);
    else
        buf_printf(&e->out, "{%zu,%zu}", least, most);
    if (lazy)
        buf_putc(&e->out, '?');
}

/* What an atom takes that is there. */
enum atom { CHARACTER, GROUP, REFERENCE };

/* Behind an atom that may be repeated; `group` is its number if it is one. */
static int read_quantifier(struct ecma *e, enum atom atom, size_t group)
{
    size_t least = 1, most = 1;
    int got = read_repeat(e, &least, &most);
    if (got < 0)
        return -1;
    if (least > 0 &&
        (atom == CHARACTER || (atom == GROUP && !e->groups[group].empty)))
        e->groups[e->group].solid = true;
    if (got == 0 && atom == CHARACTER && ++e->run > e->longest)
        e->longest = e->run;
    if (got == 0)
        return 0;
    bool lazy = ecma_skip(e, "?");
    if (atom == GROUP) {
        e->groups[group].maybe = least == 0;
        e->groups[group].again = most > 1;
    } else {
        e->repeats += least < ECMA_REPEAT ? least : ECMA_REPEAT;
    }
    /* PCRE2 counts a step for each character only where it is lazy. */
    write_repeat(e, least, most, lazy || e->groups[e->group].looks);
    return 0;
}

/* At '|' or ')'. */
static void end_alternative(struct ecma_group *g)
{
    g->empty |= !g->solid;
    g->solid = false;
}

/* Behind ')'. */
static int read_close(struct ecma *e)
{
    if (e->group == 0)
        return ecma_wrong(e, "a ')' closes no group");
    size_t number = e->group;
    struct ecma_group *g = &e->groups[number], *parent = &e->groups[g->parent];
    g->end = (size_t)(e->at - 1 - e->text);
    end_alternative(g);
    parent->captures |= g->captures;
    e->group = g->parent;
    buf_putc(&e->out, ')');
    if (g->kind < ECMA_AHEAD)
        return read_quantifier(e, GROUP, number);
    e->long_step |= g->captures;
    return 0;
}

/* Behind '\', outside a class. */
static int read_backslash(struct ecma *e)
{
    uint32_t point;
    enum atom atom = CHARACTER;
    if (ecma_skip(e, "b") || ecma_skip(e, "B")) {
        buf_putc(&e->out, '\\');
        buf_putc(&e->out, e->at[-1]);
        return 0;
    }
    if (e->at < e->end && *e->at >= '1' && *e->at <= '9') {
        size_t capture;
        atom = REFERENCE;
        if (ecma_number(e, &capture) < 0 || ecma_refer(e, capture) < 0)
            return -1;
    } else if (ecma_skip(e, "k")) {
        atom = REFERENCE;
        if (ecma_name_reference(e) < 0)
            return -1;
    } else if (ecma_is_set(e)) {
        if (ecma_set(e, false) < 0)
            return -1;
    } else {
        if (ecma_escape(e, false, &point) < 0)
            return -1;
        ecma_literal(e, point);
    }
    return read_quantifier(e, atom, 0);
}

static int read_literal(struct ecma *e)
{
    uint32_t point;
    if (ecma_point(e, &point) < 0)
        return -1;
    ecma_literal(e, point);
    return read_quantifier(e, CHARACTER, 0);
}

/* Behind '|', or before it all. */
static void begin_alternative(struct ecma *e)
{
    e->run = 0;
    if (e->group == 0)
        e->anchored = e->anchored && e->at < e->end && *e->at == '^';
}

static int read_term(struct ecma *e)
{
    switch (*e->at++) {
    case '^':
        buf_putc(&e->out, '^');
        return 0;
    case '$':
        buf_puts(&e->out, "\\z");
        return 0;
    case '|':
        end_alternative(&e->groups[e->group]);
        e->groups[e->group].alternatives++;
        begin_alternative(e);
        buf_putc(&e->out, '|');
        return 0;
    case '(':
        return read_open(e);
    case ')':
        return read_close(e);
    case '.':
        buf_puts(&e->out, "[^\\x{a}\\x{d}\\x{2028}\\x{2029}]");
        return read_quantifier(e, CHARACTER, 0);
    case '[':
        return ecma_class(e) < 0 ? -1 : read_quantifier(e, CHARACTER, 0);
    case '\\':
        return read_backslash(e);
    case '*':
    case '+':
    case '?':
    case '{':
        return ecma_wrong(e, "there is nothing to repeat");
    case ']':
    case '}':
        return ecma_wrong(e, "a bracket is not opened; write \\] or \\}");
    default:
        e->at--;
        return read_literal(e);
    }
}

static int read_all(struct ecma *e, bool second)
{
    e->second = second;
    e->at = e->text;
    e->group = e->group_count = e->capture_count = e->reference_count = 0;
    e->run = e->longest = e->repeats = 0;
    buf_clear(&e->out);
    open_capture(e);
    e->anchored = true;
    begin_alternative(e);
    while (e->at < e->end)
        if (read_term(e) < 0)
            return -1;
    if (e->group != 0)
        return ecma_wrong(e, "a group is not closed");
    buf_putc(&e->out, ')');
    return 0;
}

int ecma_read(struct ecma *e, const char *text, size_t len)
{
    *e = (struct ecma){.text = text, .end = text + len};
    if (read_all(e, false) < 0 || ecma_names_sort(e) < 0)
        return -1;
    e->capture_all = e->capture_count;
    return read_all(e, true);
}

void ecma_release(struct ecma *e)
{
    buf_release(&e->out);
    buf_release(&e->name_text);
    buf_release(&e->name);
    free(e->groups);
    free(e->captures);
    free(e->names);
    free(e->references);
}
