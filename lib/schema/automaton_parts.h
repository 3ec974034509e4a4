/* What the files of the automaton share: the graph of an expression before it
 * becomes a table. */
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

/* Makes the graph of an expression. False if it is none of the simple ones. */
bool graph_read(struct graph *g, const char *text, size_t len);

#endif
