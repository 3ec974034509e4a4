#include "config.h"

#include "schema/automaton.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "schema/automaton_parts.h"

#define WORK ((size_t)4 << 20) /* nodes looked at while a table is made */

/* Nodes that an expression may be at, in a list and marked. */
struct place_set {
    uint16_t list[GRAPH_NODES];
    size_t count;
    bool has[GRAPH_NODES];
};

/* A table while it is made. */
struct making {
    struct graph graph;
    struct automaton *automaton;
    struct place_set now, then;
    uint16_t *places[AUTOMATON_STATES]; /* owned: the nodes of each state */
    size_t counts[AUTOMATON_STATES];
    uint16_t *next; /* owned: (states, sets) */
    uint8_t verdicts[AUTOMATON_STATES];
    size_t work;
};

static int compare_bounds(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static bool takes(const struct graph *g, const struct graph_node *n,
                  uint32_t point)
{
    bool in = false;
    for (size_t i = 0; i < n->count && !in; i++) {
        const struct graph_range *range = &g->ranges[n->first + i];
        in = point >= range->low && point <= range->high;
    }
    return in != n->negated;
}

/* Divides the code points into ranges that all steps treat alike. False if
 * there are too many. */
static bool divide(struct making *m)
{
    struct automaton *a = m->automaton;
    uint32_t bounds[2 * GRAPH_RANGES + 1] = {0};
    size_t count = 1;
    for (size_t i = 0; i < m->graph.range_count; i++) {
        bounds[count++] = m->graph.ranges[i].low;
        bounds[count++] = m->graph.ranges[i].high + 1;
    }
    qsort(bounds, count, sizeof *bounds, compare_bounds);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && bounds[i] == bounds[i - 1])
            continue;
        if (a->bound_count == AUTOMATON_SETS)
            return false;
        a->bounds[a->bound_count++] = bounds[i];
    }
    return true;
}

/* True if all steps treat two code points alike. */
static bool alike(const struct graph *g, uint32_t x, uint32_t y)
{
    for (size_t i = 0; i < g->count; i++)
        if (g->nodes[i].kind == GRAPH_STEP &&
            takes(g, &g->nodes[i], x) != takes(g, &g->nodes[i], y))
            return false;
    return true;
}

/* Numbers the sets: ranges that all steps treat alike are one. False if that
 * takes too long. */
static bool number_sets(struct making *m)
{
    struct automaton *a = m->automaton;
    uint32_t first[AUTOMATON_SETS];
    for (size_t i = 0; i < a->bound_count; i++) {
        size_t set = 0;
        while (set < a->set_count &&
               !alike(&m->graph, first[set], a->bounds[i])) {
            m->work += m->graph.count;
            set++;
        }
        if (m->work > WORK)
            return false;
        if (set == a->set_count)
            first[a->set_count++] = a->bounds[i];
        a->sets[i] = (uint8_t)set;
    }
    for (uint32_t c = 0, i = 0; c < 128; c++) {
        while (i + 1 < a->bound_count && a->bounds[i + 1] <= c)
            i++;
        a->ascii[c] = a->sets[i];
    }
    memset(a->ascii + 128, (int)a->set_count, 128);
    return true;
}

static void clear_places(struct place_set *s)
{
    for (size_t i = 0; i < s->count; i++)
        s->has[s->list[i]] = false;
    s->count = 0;
}

static void add_place(struct place_set *s, uint16_t node)
{
    if (node == GRAPH_NONE || s->has[node])
        return;
    s->has[node] = true;
    s->list[s->count++] = node;
}

/* Adds all nodes that lead on without a character; those behind an end only
 * where the text is at it. */
static void close_places(struct making *m, struct place_set *s, bool at_start,
                         bool at_end)
{
    for (size_t i = 0; i < s->count; i++) {
        const struct graph_node *n = &m->graph.nodes[s->list[i]];
        m->work++;
        if (n->kind == GRAPH_FORK || (n->kind == GRAPH_START && at_start) ||
            (n->kind == GRAPH_END && at_end))
            add_place(s, n->a);
        if (n->kind == GRAPH_FORK)
            add_place(s, n->b);
    }
}

static bool has_found(const struct making *m, const struct place_set *s)
{
    for (size_t i = 0; i < s->count; i++)
        if (m->graph.nodes[s->list[i]].kind == GRAPH_FOUND)
            return true;
    return false;
}

static int compare_places(const void *a, const void *b)
{
    const uint16_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* What a set of places says; it gets those at the end of the text, too. */
static enum automaton_verdict judge(struct making *m, struct place_set *s,
                                    bool at_start)
{
    if (has_found(m, s))
        return AUTOMATON_FOUND;
    bool steps = false;
    for (size_t i = 0; i < s->count; i++)
        steps |= m->graph.nodes[s->list[i]].kind == GRAPH_STEP;
    close_places(m, s, at_start, true);
    if (has_found(m, s))
        return AUTOMATON_FOUND_AT_END;
    return steps ? AUTOMATON_GOES_ON : AUTOMATON_LOST;
}

/* The state for the places in `s`, which are closed; it is added if it is new.
 * Returns its number, or -1 if there are too many. */
static int state_of(struct making *m, struct place_set *s, bool at_start)
{
    struct automaton *a = m->automaton;
    uint16_t sorted[GRAPH_NODES];
    size_t count = 0;
    for (size_t i = 0; i < s->count; i++)
        if (m->graph.nodes[s->list[i]].kind != GRAPH_FORK)
            sorted[count++] = s->list[i];
    qsort(sorted, count, sizeof *sorted, compare_places);
    for (size_t i = at_start ? a->count : 1; i < a->count; i++)
        if (m->counts[i] == count &&
            memcmp(m->places[i], sorted, count * sizeof *sorted) == 0)
            return (int)i;
    if (a->count == AUTOMATON_STATES)
        return -1;
    m->counts[a->count] = count;
    m->places[a->count] = xmalloc(count + 1, sizeof *sorted);
    memcpy(m->places[a->count], sorted, count * sizeof *sorted);
    m->verdicts[a->count] = (uint8_t)judge(m, s, at_start);
    return (int)a->count++;
}

/* The state that a character of a set leads to from another, or -1. The search
 * may begin anywhere: its start is in every state. */
static int next_state(struct making *m, size_t state, size_t set)
{
    const struct automaton *a = m->automaton;
    uint32_t point = 0;
    clear_places(&m->then);
    for (size_t i = 0; i < a->bound_count; i++)
        if (a->sets[i] == set) {
            point = a->bounds[i];
            break;
        }
    for (size_t i = 0; i < m->counts[state]; i++) {
        const struct graph_node *n = &m->graph.nodes[m->places[state][i]];
        m->work += 1 + n->count;
        if (n->kind == GRAPH_STEP && takes(&m->graph, n, point))
            add_place(&m->then, n->a);
    }
    add_place(&m->then, m->graph.start);
    close_places(m, &m->then, false, false);
    return m->work < WORK ? state_of(m, &m->then, false) : -1;
}

/* Makes all states, from that of the start of a text, which is number 0. */
static bool make_states(struct making *m)
{
    struct automaton *a = m->automaton;
    add_place(&m->now, m->graph.start);
    close_places(m, &m->now, true, false);
    state_of(m, &m->now, true);
    m->next = xcalloc((size_t)AUTOMATON_STATES * a->set_count,
                      sizeof *m->next);
    for (size_t state = 0; state < a->count; state++)
        for (size_t set = 0; set < a->set_count; set++) {
            int next = (int)state; /* nothing leads on from there */
            if (m->verdicts[state] < AUTOMATON_FOUND)
                next = next_state(m, state, set);
            if (next < 0)
                return false;
            m->next[state * a->set_count + set] = (uint16_t)next;
        }
    return true;
}

/* The characters of printable ASCII that lead out of a state. */
static uint16_t exits_of(const struct making *m, size_t state)
{
    const struct automaton *a = m->automaton;
    unsigned exits = 0, count = 0;
    for (unsigned c = 0x20; c < 0x7f; c++) {
        if (m->next[state * a->set_count + a->ascii[c]] == state)
            continue;
        exits |= c << 8 * (count & 1);
        count++;
    }
    return count <= 2 ? (uint16_t)exits : AUTOMATON_EXITS;
}

static uint16_t row_of(const struct making *m, size_t state)
{
    enum automaton_verdict verdict = m->verdicts[state];
    if (verdict < AUTOMATON_FOUND)
        return (uint16_t)(m->automaton->width * state);
    return verdict == AUTOMATON_FOUND ? AUTOMATON_ROW_FOUND
                                      : AUTOMATON_ROW_LOST;
}

/* Writes the table of all states. */
static void write_rows(struct making *m)
{
    struct automaton *a = m->automaton;
    size_t sets = a->set_count;
    a->width = sets + 2;
    a->rows = xmalloc(a->count * a->width, sizeof *a->rows);
    uint16_t *row = a->rows;
    for (size_t state = 0; state < a->count; state++) {
        for (size_t set = 0; set < sets; set++)
            *row++ = row_of(m, m->next[state * sets + set]);
        *row++ = AUTOMATON_ROW_WIDE;
        *row++ = m->verdicts[state] == AUTOMATON_FOUND_AT_END;
    }
    a->start = row_of(m, 0);
}

/* Where a byte leads from one of few states. */
static size_t few_next(const struct making *m, size_t state, size_t byte)
{
    const struct automaton *a = m->automaton;
    if (state == a->count || m->verdicts[state] >= AUTOMATON_FOUND)
        return state;
    if (byte >= 128)
        return a->count;
    return m->next[state * a->set_count + a->ascii[byte]];
}

/* Writes the table of few states. */
static void write_few(struct making *m)
{
    struct automaton *a = m->automaton;
    if (a->count >= AUTOMATON_FEW)
        return;
    struct automaton_few *few = xcalloc(1, sizeof *few);
    for (size_t state = 0; state < a->count; state++)
        few->states[state] =
            (struct automaton_state){row_of(m, state), exits_of(m, state)};
    few->states[a->count].row = AUTOMATON_ROW_WIDE;
    for (size_t c = 0; c < 256; c++)
        for (size_t state = 0; state <= a->count; state++)
            few->shifts[c] |= (uint64_t)few_next(m, state, c) * AUTOMATON_BITS
                              << state * AUTOMATON_BITS;
    a->few = few;
}

struct automaton *automaton_new(const char *text, size_t len)
{
    struct making *m = xcalloc(1, sizeof *m);
    struct automaton *a = xcalloc(1, sizeof *a);
    m->automaton = a;
    bool made = graph_read(&m->graph, text, len) && divide(m) &&
                number_sets(m) && make_states(m);
    a->narrow = m->graph.ascii;
    if (made) {
        write_rows(m);
        write_few(m);
    }
    for (size_t i = 0; i < a->count; i++)
        free(m->places[i]);
    free(m->next);
    free(m);
    if (made)
        return a;
    automaton_free(a);
    return NULL;
}
