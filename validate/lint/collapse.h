/* Whether the values of a fact have collapsed: how many people share the most
 * frequent ones, and how even the values are, which is their entropy over that
 * of as many values all alike. */
#ifndef LINT_COLLAPSE_H
#define LINT_COLLAPSE_H

#include <stddef.h>
#include <stdint.h>

#include "lint/finding.h"
#include "lint/lexicon.h"
#include "lint/tally.h"

#define COLLAPSE_TOP 5 /* most frequent values that are added up */

struct collapse {
    uint64_t people;   /* who have the fact */
    uint64_t values;   /* that they have */
    uint64_t top[COLLAPSE_TOP]; /* people of the most frequent ones */
    uint64_t most;     /* the most frequent value */
    double evenness;   /* 0 to 1; 1 of one value or none */
};

/* Looks at the values of one form in a sealed tally. */
void collapse_find(const struct tally *facts, uint32_t form,
                   struct collapse *found);

/* Reports a fact; one that is `coarse` by nature only as a figure. */
void collapse_report(const struct collapse *c, const char *fact, bool coarse,
                     const struct lexicon *texts, struct findings *f);

#endif
