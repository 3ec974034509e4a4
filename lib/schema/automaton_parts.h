/* What the files of the automaton share: the graph of an expression, and the
 * tables that it becomes. */
#ifndef SCHEMA_AUTOMATON_PARTS_H
#define SCHEMA_AUTOMATON_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GRAPH_NODES 2000  /* of an expression, at most */
#define GRAPH_RANGES 1024 /* of all its sets */
#define GRAPH_NONE 0xffff

enum graph_kind {
    GRAPH_STEP,  /* takes a character of its set, to `a` */
    GRAPH_FORK,  /* takes nothing, to `a` and, unless NONE, `b` */
    GRAPH_START, /* takes nothing, to `a`, at the start of the text */
    GRAPH_END,   /* the same at its end */
    GRAPH_FOUND, /* the expression is found */
};

struct graph_node {
    uint8_t kind;         /* enum graph_kind */
    bool negated;         /* the set is all that the ranges are not */
    uint16_t a, b;        /* nodes */
    uint16_t first, count; /* ranges of the set */
};

/* Code points from `low` to `high`. */
struct graph_range {
    uint32_t low, high;
};

struct graph {
    struct graph_node nodes[GRAPH_NODES];
    size_t count;
    struct graph_range ranges[GRAPH_RANGES];
    size_t range_count;
    uint16_t start; /* node */
    bool ascii;     /* it is right of ASCII only */
};

/* What a state says; beside are its next states. */
enum automaton_verdict {
    AUTOMATON_GOES_ON,
    AUTOMATON_FOUND_AT_END, /* if the text ends here */
    AUTOMATON_FOUND,
    AUTOMATON_LOST, /* it is not found, whatever comes */
};

#define AUTOMATON_SETS 200 /* of characters that all steps treat alike */

/* In place of a row, none of which is as far: the next state is FOUND, or LOST;
 * the character is not ASCII. */
#define AUTOMATON_ROW_FOUND 0xfffd
#define AUTOMATON_ROW_LOST 0xfffe
#define AUTOMATON_ROW_WIDE 0xffff

#define AUTOMATON_FEW 10       /* states that have room in 64 bits */
#define AUTOMATON_BITS 6       /* of each */
#define AUTOMATON_EXITS 0xffff /* more than two */

struct automaton_state {
    uint16_t row;   /* its row, or ROW_... */
    uint16_t exits; /* the characters of printable ASCII that lead out of it,
                       if they are two at most: one in each byte, or 0 for
                       none */
};

/* The table of few states; the one behind them is for what is not ASCII. */
struct automaton_few {
    uint64_t shifts[256]; /* of each byte, for each state, from the bit BITS
                             times its number on, that bit of the next */
    struct automaton_state states[AUTOMATON_FEW];
};

struct automaton {
    uint8_t ascii[256];     /* of each character its set; of other bytes the
                               column behind the sets, which is ROW_WIDE */
    uint32_t bounds[AUTOMATON_SETS]; /* where each set's range of code points
                               begins: ranges are numbered in their order, */
    uint8_t sets[AUTOMATON_SETS]; /* and belong to these sets */
    size_t bound_count, set_count;
    bool narrow;            /* it is right of ASCII only */
    uint16_t *rows;         /* owned: of each state, by the sets, where the row
                               of the next is; ROW_WIDE; 1 if it is found
                               where the text ends */
    size_t width;           /* numbers in a row */
    uint16_t start;         /* row of the first state, or ROW_... */
    size_t count;           /* of states */
    struct automaton_few *few; /* owned, or NULL if there are more */
};

/* Makes the graph of an expression. False if it is none of the simple ones. */
bool graph_read(struct graph *g, const char *text, size_t len);

#endif
