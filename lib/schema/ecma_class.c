#include "config.h"

#include "schema/ascii.h"
#include "schema/ecma.h"

/* Characters from `first` to `last` in a class, without the surrogates. */
static void write_range(struct ecma *e, uint32_t first, uint32_t last)
{
    if (first < 0xd800 && last > 0xd7ff) {
        write_range(e, first, 0xd7ff);
        first = 0xd800;
    }
    if (first >= 0xd800 && first <= 0xdfff)
        first = 0xe000;
    if (last >= 0xd800 && last <= 0xdfff)
        last = 0xd7ff;
    if (first > last)
        return;
    ecma_literal(e, first);
    if (first == last)
        return;
    buf_putc(&e->out, '-');
    ecma_literal(e, last);
}

struct range {
    uint32_t first, last;
};

static const struct range digits[] = {{'0', '9'}};

static const struct range word[] = {
    {'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};

/* WhiteSpace and LineTerminator: with all of category Zs. */
static const struct range space[] = {
    {0x9, 0xd},       {0x20, 0x20},     {0xa0, 0xa0},     {0x1680, 0x1680},
    {0x2000, 0x200a}, {0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x205f},
    {0x3000, 0x3000}, {0xfeff, 0xfeff}};

#define LENGTH(array) (sizeof(array) / sizeof *(array))

static void write_ranges(struct ecma *e, const struct range *r, size_t count,
                         bool negated)
{
    uint32_t next = 0; /* the first not yet written or passed over */
    for (size_t i = 0; i < count; i++) {
        if (!negated)
            write_range(e, r[i].first, r[i].last);
        else if (r[i].first > next)
            write_range(e, next, r[i].first - 1);
        next = r[i].last + 1;
    }
    if (negated)
        write_range(e, next, 0x10ffff);
}

bool ecma_is_set(const struct ecma *e)
{
    return e->at < e->end && ascii_is_in(*e->at, "dDsSwWpP");
}

int ecma_set(struct ecma *e, bool in_class)
{
    char c = *e->at++;
    if (c == 'p' || c == 'P')
        return ecma_property(e, c == 'P');
    if (!in_class)
        buf_putc(&e->out, '[');
    if (c == 'd' || c == 'D')
        write_ranges(e, digits, LENGTH(digits), c == 'D');
    else if (c == 'w' || c == 'W')
        write_ranges(e, word, LENGTH(word), c == 'W');
    else
        write_ranges(e, space, LENGTH(space), c == 'S');
    if (!in_class)
        buf_putc(&e->out, ']');
    return 0;
}

/* Reads one character or a set, which is written. Returns 1 for a character, 0
 * for a set, or -1. */
static int read_atom(struct ecma *e, uint32_t *point)
{
    if (!ecma_skip(e, "\\"))
        return ecma_point(e, point) < 0 ? -1 : 1;
    if (ecma_is_set(e))
        return ecma_set(e, true);
    return ecma_escape(e, true, point) < 0 ? -1 : 1;
}

/* Reads a character, a set, or a range of characters. */
static int read_atoms(struct ecma *e)
{
    uint32_t first, last;
    int got = read_atom(e, &first);
    if (got < 0)
        return -1;
    bool range = e->end - e->at >= 2 && e->at[0] == '-' && e->at[1] != ']';
    if (!range) {
        if (got == 1)
            write_range(e, first, first);
        return 0;
    }
    e->at++;
    if (got == 0)
        return ecma_wrong(e, "a range begins with a set of characters");
    got = read_atom(e, &last);
    if (got < 0)
        return -1;
    if (got == 0)
        return ecma_wrong(e, "a range ends with a set of characters");
    if (first > last)
        return ecma_wrong(e, "a range is in the wrong order");
    write_range(e, first, last);
    return 0;
}

int ecma_class(struct ecma *e)
{
    size_t start = e->out.len;
    bool negated = ecma_skip(e, "^");
    buf_puts(&e->out, negated ? "[^" : "[");
    size_t empty = e->out.len;
    while (e->at < e->end && *e->at != ']')
        if (read_atoms(e) < 0)
            return -1;
    if (!ecma_skip(e, "]"))
        return ecma_wrong(e, "a class is not closed");
    if (e->out.len == empty) { /* nothing, or all but nothing */
        e->out.len = start;
        buf_puts(&e->out, negated ? "[" : "[^");
        buf_puts(&e->out, "\\x{0}-\\x{10ffff}");
    }
    buf_putc(&e->out, ']');
    return 0;
}
