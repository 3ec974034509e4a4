/* What schemas are compiled to: a flat run of steps, that of each schema (a
 * block) together, and tables for the steps that need more than three numbers.
 * Nothing of it changes once it is compiled, so that threads may share it.
 *
 * A block holds for a value if each of its steps does. A step looks only at
 * values of some kinds and holds for all others. */
#ifndef SCHEMA_PROGRAM_H
#define SCHEMA_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "schema/automaton.h"
#include "schema/bound.h"
#include "schema/names.h"
#include "schema/pattern.h"
#include "schema/registry.h"

#define PROGRAM_NONE UINT32_MAX /* no block, no count, no place */

enum op {
    OP_FALSE,          /* never holds */
    OP_TYPE,           /* a: kinds, bits 1 << enum json_kind, and INTEGER */
    OP_CHOICE,         /* a: the choice; enum and const */
    OP_MINIMUM,        /* a: the number, of these four */
    OP_MAXIMUM,
    OP_ABOVE,
    OP_BELOW,
    OP_MULTIPLE,       /* a: the number */
    OP_MIN_LENGTH,     /* a: the count, of these eight */
    OP_MAX_LENGTH,
    OP_MIN_ITEMS,
    OP_MAX_ITEMS,
    OP_MIN_MEMBERS,
    OP_MAX_MEMBERS,
    OP_PATTERN,        /* a: the pattern */
    OP_FORMAT,         /* a: the format; so far it takes the value alone */
    OP_UNIQUE,
    OP_MEMBERS,        /* a: the member table */
    OP_NAMES,          /* a: block for each name */
    OP_DEPENDENT,      /* a: first dependency, b: how many */
    OP_ELEMENTS,       /* a: list of blocks for the first b elements, c: block
                          for the others or NONE */
    OP_CONTAINS,       /* a: block, b: least, c: most elements */
    OP_REF,            /* a: block */
    OP_DYNAMIC,        /* a: the dynamic reference */
    OP_ALL,            /* a: list of b blocks, of these three */
    OP_ANY,
    OP_ONE,
    OP_NOT,            /* a: block */
    OP_IF,             /* a: block, b: then, c: else, or NONE */
    OP_OTHER_MEMBERS,  /* a: block for those not evaluated */
    OP_OTHER_ELEMENTS, /* a: block for those not evaluated */
    OP_ANNOTATE,       /* the keyword says something to who reads it */
};

#define PROGRAM_INTEGER (1u << 7) /* in OP_TYPE, beside the kinds */
#define PROGRAM_ANY_KIND 0x7fu
#define PROGRAM_AUTOMATA 1000 /* of that many patterns, of some 3 kB each */

struct step {
    uint8_t op;    /* enum op */
    uint8_t kinds; /* it looks at: bits 1 << enum json_kind */
    uint32_t node; /* the keyword's value, in the block's document */
    uint32_t a, b, c;
};

struct block {
    struct place place; /* the schema */
    uint32_t resource;  /* it is in */
    uint32_t first, count; /* steps */
    uint32_t notes;     /* steps behind them that are OP_ANNOTATE */
    uint32_t short_first, short_count; /* steps that come to the same, those of
                           blocks applied to the same value in their place, if
                           they look at nothing but that value */
    bool scalar; /* its short form looks at nothing but the value */
    bool others; /* some step is OP_OTHER_...: it needs marks */
};

/* The values of enum or const. */
struct choice {
    struct names strings;  /* those that are strings */
    struct value *others;  /* owned: those that are not */
    size_t other_count;
};

/* A member that is named. */
struct member_entry {
    const char *name; /* in the program's strings */
    size_t len;
    uint32_t block;   /* for its value, or NONE */
    bool needed;      /* it is required */
};

/* properties, patternProperties, additionalProperties and required together,
 * so that members are walked over once. */
struct member_table {
    struct names names;   /* of the entries */
    struct member_entry *entries; /* owned, in the schema's order */
    size_t count;         /* of entries */
    size_t needed_count;  /* of those required */
    uint32_t required;    /* node of that keyword, or NONE */
    uint32_t patterns;    /* list of pairs of pattern and block */
    uint32_t pattern_count; /* pairs */
    uint32_t rest;        /* block for all other members, or NONE */
};

/* One member of dependentRequired, dependentSchemas or dependencies. */
struct dependency {
    const char *name; /* in the program's strings */
    size_t len;
    uint32_t node;    /* what stands for it */
    uint32_t block;   /* the schema, or NONE: */
    uint32_t needed, needed_count; /* list of its names: places in strings */
};

struct string {
    char *text; /* owned, NUL-ended */
    size_t len;
};

/* A $dynamicRef: where it leads at first, and the blocks that take the place of
 * that one where their resources are in the dynamic scope. */
struct dynamic {
    uint32_t block;
    char *anchor;    /* owned: its name, or NULL if it is as good as a $ref */
    uint32_t *found; /* owned: pairs of resource and block */
    size_t count;    /* pairs */
    size_t looked;   /* resources looked at by compile_link() */
};

struct program {
    struct registry *registry; /* borrowed */
    uint32_t root;             /* block */
    struct step *steps;
    size_t step_count;
    struct block *blocks;
    size_t block_count;
    uint32_t *lists;
    size_t list_count;
    struct bound *bounds;
    size_t bound_count;
    struct choice *choices;
    size_t choice_count;
    struct pattern **patterns;
    struct automaton **automata; /* of each pattern, each text once, or
                                    NULL */
    size_t pattern_count;
    struct member_table *tables;
    size_t table_count;
    struct dependency *dependencies;
    size_t dependency_count;
    struct dynamic *dynamics;
    size_t dynamic_count;
    struct string *strings;
    size_t string_count;
    struct buf notes; /* lines on what may be misspelt in the schemas */
};

/* Room for one more of `count` things of `size` bytes, at the end of `list`,
 * which grows by doubling; returns the list. */
void *program_grow(void *list, size_t count, size_t size);

void program_release(struct program *p);

#endif
