/* The rule of pronouns: a text about a person has those of their gender. A
 * sentence that names a relative may be about them, and so may the one behind
 * it; neither is looked at. */
#ifndef LINT_PRONOUNS_H
#define LINT_PRONOUNS_H

#include "lint/finding.h"
#include "lint/person.h"
#include "lint/texts.h"
#include "lint/vocabulary.h"
#include "tsv.h"

struct pronouns {
    struct tsv genders; /* templates/world/genders.tsv */
};

/* Reads the table of the data folder. Returns EXIT_OK, EXIT_DATA or EXIT_SYSTEM
 * (told). */
int pronouns_read(struct pronouns *g);

/* Looks at the texts of one person. */
void pronouns_look(const struct pronouns *g, const struct person *p,
                   const struct texts *t, const struct vocabulary *v,
                   struct findings *f);

void pronouns_release(struct pronouns *g);

#endif
