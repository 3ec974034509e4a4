/* Which values of a fact a text names. Of two values, one inside the other,
 * only the longer one is named: "Berlin, Germany" does not name "Germany". */
#ifndef NAMING_H
#define NAMING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mark/items.h"
#include "mark/terms.h"
#include "mark/values.h"

#define NAMING_NOT 3   /* words at most between a "not" and what it denies */
#define NAMING_GAP 2   /* words at most between two parts of a name */
#define NAMING_PARTS 16 /* of a name with others between them, at most */

struct naming_span {
    enum item_kind kind; /* ITEM_WORD for a value, ITEM_ROUNDED, ITEM_EITHER */
    uint32_t value;      /* or VALUES_NONE */
    uint32_t other;      /* the value of a date's other reading */
    uint64_t length;     /* where rounded: parts of a centimetre */
    bool denied;         /* a "not" comes before it */
    size_t first;        /* number of its first item */
    size_t from, to;     /* bytes of the folded text */
};

/* An item that was passed. */
struct naming_place {
    size_t from;   /* its first byte */
    unsigned after; /* words since the last "not" */
};

/* Memory for any number of texts; starts as {0}. */
struct naming {
    struct items items;
    struct naming_span *spans; /* owned */
    size_t count, cap;
    struct naming_place *places; /* owned: of the last items */
    size_t place_cap;            /* a power of two */
};

/* What a text says of the right value. */
struct naming_verdict {
    bool right;  /* it is named */
    bool denied; /* it is named behind a "not", or by a date of two readings */
    bool others; /* another value of the fact is named */
};

/* Finds what a text, UTF-8, names of a fact: n->spans, from left to right. */
void naming_find(struct naming *n, const struct values *v,
                 const struct terms *t, size_t fact, const char *text,
                 size_t len);

/* Judges what was found; `given` are the spellings that are right. */
struct naming_verdict naming_judge(const struct naming *n,
                                   const struct values *v, size_t fact,
                                   const uint32_t *given, size_t count);

/* Takes out of what was found all that is in the `count` values of `known`. */
void naming_drop(struct naming *n, const uint32_t *known, size_t count);

/* Whether a text has all items of a value in their order, with NAMING_GAP
 * others at most between two of them, and no "and" or "or". */
bool naming_parts(struct naming *n, const struct values *v,
                  const struct terms *t, uint32_t value, const char *text,
                  size_t len);

void naming_release(struct naming *n);

#endif
