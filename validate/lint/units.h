/* The rule of units: what is measured is measured in one system everywhere. The
 * answers and facts of one fact are compared; aliases may have any. Memory: a
 * word a fact and quantity, not a person. */
#ifndef LINT_UNITS_H
#define LINT_UNITS_H

#include <stddef.h>
#include <stdint.h>

#include "lint/finding.h"
#include "lint/people.h"
#include "lint/person.h"
#include "tsv.h"

#define UNITS_KINDS 256 /* facts and quantities told apart; more are ignored */

/* How one quantity of one fact is measured, by whom first. */
struct units_kind {
    char *fact, *quantity, *system; /* owned: the system seen first */
    uint32_t person;                /* who has it */
};

struct units {
    struct tsv table; /* templates/lint/units.tsv */
    struct units_kind kinds[UNITS_KINDS];
    size_t count;
};

/* Reads the table of the data folder. Returns EXIT_OK, EXIT_DATA or EXIT_SYSTEM
 * (told). */
int units_read(struct units *g);

/* Looks at one person; the first text in another system is told for each. */
void units_look(struct units *g, const struct person *p,
                const struct people *people, struct findings *f);

void units_release(struct units *g);

#endif
