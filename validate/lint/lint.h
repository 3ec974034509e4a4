/* All that is looked at: each person as they come, and then all of them
 * together, group by group of rules. */
#ifndef LINT_LINT_H
#define LINT_LINT_H

#include "diag.h"
#include "lint/finding.h"
#include "lint/floors.h"
#include "lint/identity.h"
#include "lint/people.h"
#include "lint/person.h"
#include "lint/questions.h"

struct lint {
    struct people people;
    struct identity identity;
    struct floors floors;
    struct questions questions;
};

/* Returns EXIT_OK, or what to exit with (told); lint_close() either way. */
enum exit_status lint_open(struct lint *l);

/* Looks at one person, whose number this sets. Returns 0, or -1 if there are
 * too many of them (told). */
int lint_add(struct lint *l, struct person *p, struct findings *f);

/* Looks at all of them together. Returns EXIT_OK or EXIT_SYSTEM (told). */
enum exit_status lint_end(struct lint *l, struct findings *f);

void lint_close(struct lint *l);

#endif
