#include "config.h"

#include <string.h>

#include "schema/ascii.h"
#include "schema/automaton_parts.h"
#include "utf8.h"

#define UNBOUNDED 0xffff

/* An expression while it is read. What is not simple, or too large, ends the
 * reading: `given_up`. */
struct reading {
    struct graph *graph;
    const char *at, *end;
    bool given_up;
};

/* A part of the graph: its first node, and the one to be led on, a fork. */
struct part {
    uint16_t first, last;
};

static struct part read_alternatives(struct reading *r);

static uint16_t add_node(struct reading *r, enum graph_kind kind, uint16_t a,
                         uint16_t b)
{
    struct graph *g = r->graph;
    if (g->count == GRAPH_NODES) {
        r->given_up = true;
        return 0;
    }
    g->nodes[g->count] =
        (struct graph_node){.kind = (uint8_t)kind, .a = a, .b = b};
    return (uint16_t)g->count++;
}

/* A part of one node that leads on to a fork. */
static struct part add_part(struct reading *r, enum graph_kind kind)
{
    uint16_t last = add_node(r, GRAPH_FORK, GRAPH_NONE, GRAPH_NONE);
    return (struct part){add_node(r, kind, last, GRAPH_NONE), last};
}

static struct part nothing(struct reading *r)
{
    uint16_t node = add_node(r, GRAPH_FORK, GRAPH_NONE, GRAPH_NONE);
    return (struct part){node, node};
}

static struct part join(struct reading *r, struct part x, struct part y)
{
    r->graph->nodes[x.last].a = y.first;
    return (struct part){x.first, y.last};
}

/* A part that may be left out. */
static struct part optional(struct reading *r, struct part x)
{
    uint16_t last = add_node(r, GRAPH_FORK, GRAPH_NONE, GRAPH_NONE);
    r->graph->nodes[x.last].a = last;
    return (struct part){add_node(r, GRAPH_FORK, x.first, last), last};
}

/* A part that comes any number of times. */
static struct part repeated(struct reading *r, struct part x)
{
    uint16_t last = add_node(r, GRAPH_FORK, GRAPH_NONE, GRAPH_NONE);
    uint16_t fork = add_node(r, GRAPH_FORK, x.first, last);
    r->graph->nodes[x.last].a = fork;
    return (struct part){fork, last};
}

static void add_range(struct reading *r, uint32_t low, uint32_t high)
{
    struct graph *g = r->graph;
    if (g->range_count == GRAPH_RANGES || low > high)
        r->given_up = true;
    else
        g->ranges[g->range_count++] = (struct graph_range){low, high};
}

/* Adds the ranges of \p{L} or \p{N} in ASCII, if that is what comes next. */
static bool read_property(struct reading *r)
{
    bool there = r->end - r->at >= 5;
    if (there && memcmp(r->at, "\\p{L}", 5) == 0) {
        add_range(r, 'A', 'Z');
        add_range(r, 'a', 'z');
    } else if (there && memcmp(r->at, "\\p{N}", 5) == 0) {
        add_range(r, '0', '9');
    } else {
        return false;
    }
    r->at += 5;
    r->graph->ascii = true;
    return true;
}

/* Adds the ranges of \d, \w or \s; false if the letter is none of these. */
static bool add_class(struct reading *r, char letter)
{
    static const struct graph_range blanks[] = {
        {9, 13}, {32, 32}, {0xa0, 0xa0}, {0x1680, 0x1680}, {0x2000, 0x200a},
        {0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x205f},
        {0x3000, 0x3000}, {0xfeff, 0xfeff},
    };
    switch (letter) {
    case 'w':
        add_range(r, 'A', 'Z');
        add_range(r, 'a', 'z');
        add_range(r, '_', '_');
        add_range(r, '0', '9');
        return true;
    case 'd':
        add_range(r, '0', '9');
        return true;
    case 's':
        for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
            add_range(r, blanks[i].low, blanks[i].high);
        return true;
    default:
        return false;
    }
}

/* Reads the four digits behind \u; surrogates are left to others. */
static uint32_t read_unit(struct reading *r)
{
    uint32_t point = 0;
    for (int i = 0; i < 4; i++) {
        int digit = r->at < r->end ? ascii_hex(*r->at++) : -1;
        if (digit < 0)
            r->given_up = true;
        point = point << 4 | (uint32_t)(digit & 15);
    }
    if (point >= 0xd800 && point <= 0xdfff)
        r->given_up = true;
    return point;
}

/* Reads one character, as it is or escaped; the backslash is not yet read. */
static uint32_t read_character(struct reading *r)
{
    static const char letters[] = "nrtfv", meant[] = "\n\r\t\f\v";
    size_t len;
    if (r->at == r->end) {
        r->given_up = true;
        return 0;
    }
    if (*r->at != '\\') {
        uint32_t point = utf8_decode(r->at, &len);
        r->at += len;
        return point;
    }
    char c = r->end - r->at > 1 ? r->at[1] : '\0';
    r->at += 2;
    if (c == 'u')
        return read_unit(r);
    if (ascii_is_in(c, letters))
        return (uint32_t)meant[strchr(letters, c) - letters];
    if (c == '\0' || !ascii_is_in(c, "^$\\.*+?()[]{}|/-")) {
        r->given_up = true;
        r->at = r->end;
    }
    return (unsigned char)c;
}

/* Begins a step; its ranges are those that are added until end_step(). */
static struct part begin_step(struct reading *r)
{
    struct part part = add_part(r, GRAPH_STEP);
    r->graph->nodes[part.first].first = (uint16_t)r->graph->range_count;
    return part;
}

static struct part end_step(struct reading *r, struct part part, bool negated)
{
    struct graph_node *n = &r->graph->nodes[part.first];
    n->count = (uint16_t)(r->graph->range_count - n->first);
    n->negated = negated;
    return part;
}

/* Reads a class; its bracket is read. */
static struct part read_class(struct reading *r)
{
    struct part part = begin_step(r);
    bool negated = r->at < r->end && *r->at == '^';
    r->at += negated;
    while (!r->given_up && r->at < r->end && *r->at != ']') {
        if (read_property(r))
            continue;
        if (*r->at == '\\' && r->end - r->at > 1 && add_class(r, r->at[1])) {
            r->at += 2;
            continue;
        }
        uint32_t low = read_character(r), high = low;
        if (r->end - r->at > 1 && r->at[0] == '-' && r->at[1] != ']') {
            r->at++;
            high = read_character(r);
        }
        add_range(r, low, high);
    }
    r->given_up |= r->at >= r->end;
    r->at++;
    return end_step(r, part, negated);
}

/* Reads a group; its parenthesis is read. */
static struct part read_group(struct reading *r)
{
    if (r->end - r->at > 1 && r->at[0] == '?') {
        r->given_up |= r->at[1] != ':';
        r->at += 2;
    }
    struct part part = read_alternatives(r);
    r->given_up |= r->at == r->end;
    r->at++;
    return part;
}

static struct part read_atom(struct reading *r)
{
    struct part part;
    char c = *r->at;
    if (c == '(' || c == '[') {
        r->at++;
        return c == '(' ? read_group(r) : read_class(r);
    }
    part = begin_step(r);
    if (c == '.') {
        r->at++;
        add_range(r, '\n', '\n');
        add_range(r, '\r', '\r');
        add_range(r, 0x2028, 0x2029);
        return end_step(r, part, true);
    }
    if (read_property(r))
        return end_step(r, part, false);
    if (c == '\\' && r->end - r->at > 1) {
        char letter = r->at[1];
        bool upper = ascii_is_in(letter, "DWS");
        if (add_class(r, upper ? (char)(letter + 32) : letter)) {
            r->at += 2;
            return end_step(r, part, upper);
        }
    }
    uint32_t point = read_character(r);
    add_range(r, point, point);
    return end_step(r, part, false);
}

static unsigned read_number(struct reading *r)
{
    unsigned number = 0;
    while (r->at < r->end && ascii_is_digit(*r->at) && number < GRAPH_NODES)
        number = 10 * number + (unsigned)(*r->at++ - '0');
    r->given_up |= number >= GRAPH_NODES;
    return number;
}

/* Reads how often an atom comes, if that is not once. */
static void read_count(struct reading *r, unsigned *least, unsigned *most)
{
    char c = r->at < r->end ? *r->at : '\0';
    *least = c == '*' || c == '?' ? 0 : 1;
    *most = c == '*' || c == '+' ? UNBOUNDED : 1;
    if (!ascii_is_in(c, "*+?{"))
        return;
    r->at++;
    if (c == '{') {
        *least = *most = read_number(r);
        if (r->at < r->end && *r->at == ',') {
            r->at++;
            *most = UNBOUNDED;
            if (r->at < r->end && *r->at != '}')
                *most = read_number(r);
        }
        r->at++;
    }
    if (r->at < r->end && *r->at == '?') /* as few as will do: found all the */
        r->at++;                         /* same */
}

/* Reads an atom and how often it comes, once more for each time. */
static struct part read_term(struct reading *r)
{
    const char *begin = r->at;
    struct part whole, atom = read_atom(r);
    unsigned least, most;
    read_count(r, &least, &most);
    const char *behind = r->at;
    if (least == 1 && most == 1)
        return atom;
    whole = nothing(r);
    for (unsigned i = 0; i < least && !r->given_up; i++) {
        r->at = begin;
        whole = join(r, whole, read_atom(r));
    }
    for (unsigned i = least; i < most && !r->given_up; i++) {
        r->at = begin;
        atom = read_atom(r);
        atom = most == UNBOUNDED ? repeated(r, atom) : optional(r, atom);
        whole = join(r, whole, atom);
        if (most == UNBOUNDED)
            break;
    }
    r->at = behind;
    return whole;
}

static struct part read_sequence(struct reading *r)
{
    struct part whole = nothing(r);
    while (!r->given_up && r->at < r->end && *r->at != '|' && *r->at != ')') {
        char c = *r->at;
        r->at += c == '^' || c == '$';
        whole = join(r, whole, c == '^'   ? add_part(r, GRAPH_START)
                               : c == '$' ? add_part(r, GRAPH_END)
                                          : read_term(r));
    }
    return whole;
}

static struct part read_alternatives(struct reading *r)
{
    struct part whole = read_sequence(r);
    while (!r->given_up && r->at < r->end && *r->at == '|') {
        r->at++;
        struct part other = read_sequence(r);
        uint16_t last = add_node(r, GRAPH_FORK, GRAPH_NONE, GRAPH_NONE);
        r->graph->nodes[whole.last].a = last;
        r->graph->nodes[other.last].a = last;
        whole.first = add_node(r, GRAPH_FORK, whole.first, other.first);
        whole.last = last;
    }
    return whole;
}

bool graph_read(struct graph *g, const char *text, size_t len)
{
    struct reading r = {g, text, text + len, false};
    g->count = g->range_count = 0;
    g->ascii = false;
    struct part whole = read_alternatives(&r);
    uint16_t found = add_node(&r, GRAPH_FOUND, GRAPH_NONE, GRAPH_NONE);
    g->nodes[whole.last].a = found;
    g->start = whole.first;
    return !r.given_up && r.at == r.end;
}
