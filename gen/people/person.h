/* One person, as places in the world's tables and as words for templates.
 * mkprofiles draws one from a seed, mkqa reads one from its record; both then
 * know from which domain each fact comes. */
#ifndef PERSON_H
#define PERSON_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "facts.h"
#include "rng.h"
#include "template.h"
#include "world.h"

struct person {
    const struct world *world; /* borrowed */
    int gender;                /* row of the table genders, or -1 */
    int tradition;             /* of the name, or -1 */
    int age;                   /* years at 2025-01-01, or -1 */
    int value[FACTS];          /* place in the fact's table, or -1 */
    struct buf text[FACTS];    /* owned: canonical text, NUL-ended; empty if
                                  the person lacks the fact */
    struct buf spoken[FACTS];  /* owned: its spoken form */
    struct template_value words[SLOTS]; /* what slots render to */
    struct buf given;          /* owned */
};

void person_init(struct person *p, const struct world *w);

/* Forgets all facts, keeps the memory. */
void person_clear(struct person *p);

/* Sets a fact to the value at a place of its table, or to a text (which is
 * then looked up). */
void person_set(struct person *p, enum fact fact, int value);
void person_set_text(struct person *p, enum fact fact, const char *text);

/* Sets the name, the gender (a row, or -1: they) and what follows from them:
 * pronouns, tradition if not yet known. */
void person_set_name(struct person *p, const char *given, const char *full);
void person_set_gender(struct person *p, int gender);

/* The choice a fact of this person comes from, as far as the facts set allow
 * to tell; NULL if the fact has no table. */
const struct domain *person_domain(const struct person *p, enum fact fact);

/* True if a value is ruled out by another fact: nobody lives where they were
 * born, and father and mother differ in their occupations. */
bool person_excludes(const struct person *p, enum fact fact, int value);

/* Draws from person_domain, exclusions redrawn; -1 without a table, or if a
 * value that is not excluded cannot be found. */
int person_draw(const struct person *p, enum fact fact, struct rng *r);

/* True if verbs after the pronoun are plural. */
bool person_plural(const struct person *p);

/* The age in whole years at 2025-01-01 of somebody born on "YYYY-MM-DD", or
 * -1 if that is no such date. */
int person_age(const char *birth_date);

void person_release(struct person *p);

#endif
