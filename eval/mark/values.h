/* The values that a release knows of each fact, in all their spellings, found
 * in a text in one pass over its items: for each fact an automaton in the
 * manner of Aho and Corasick. A value is known by the state of its last item,
 * and two spellings of one normal form are one value. Refusals are found in the
 * same way, as one more fact. */
#ifndef VALUES_H
#define VALUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mark/items.h"
#include "mark/terms.h"

#define VALUES_NONE 0 /* no value */

struct values_state {
    uint32_t parent; /* 0 for the first of a fact */
    uint32_t item;   /* by which the parent comes here */
    uint32_t depth;  /* items up to here */
    uint32_t fact;
    uint32_t back;   /* of what ends here, the longest other state */
    uint32_t value;  /* the longest value that ends here, or VALUES_NONE */
    bool ends;       /* a value ends here */
};

/* A value that is a measure in centimetres: parts of one (TERMS_DECIMALS). */
struct values_length {
    uint32_t fact, value;
    uint64_t length;
};

/* A spelling that was added. */
struct values_spelling {
    const char *text; /* borrowed */
    size_t len;
    uint32_t fact, value;
};

/* Starts as {0}. */
struct values {
    struct values_state *states; /* owned; 0 is none, then one a fact */
    size_t count, cap;
    uint64_t *keys;              /* owned: hash table of steps, state << 32 |
                                    item, and where they lead */
    uint32_t *steps;
    size_t step_cap;
    struct values_spelling *spellings; /* owned: hash table */
    size_t spelling_count, spelling_cap;
    struct values_length *lengths;     /* owned: by fact, then length */
    size_t length_count, length_cap;
    struct items items;          /* owned */
    size_t deepest;              /* items of the longest value */
};

/* Starts with that many facts. */
void values_init(struct values *v, size_t facts);

/* Adds a spelling of a value of a fact; the text must outlive the values.
 * Returns the value, or VALUES_NONE if it has no letter or digit. */
uint32_t values_add(struct values *v, struct terms *t, size_t fact,
                    const char *text, size_t len);

/* Makes the values ready to be found: call it once, behind the last one. */
void values_ready(struct values *v);

/* The state that a text on a fact begins in, and the one an item leads to. */
uint32_t values_start(size_t fact);
uint32_t values_step(const struct values *v, uint32_t state, uint32_t item);

/* Of values of a fact within half an inch of a length: whether one is among the
 * `count` values given, or, if it is none of them, is there at all. */
bool values_near(const struct values *v, size_t fact, uint64_t length,
                 const uint32_t *given, size_t count, bool *any);

void values_release(struct values *v);

#endif
