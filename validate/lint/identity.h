/* The rule of identity: no id is there twice. Memory: 16 bytes a person. */
#ifndef LINT_IDENTITY_H
#define LINT_IDENTITY_H

#include "lint/finding.h"
#include "lint/matches.h"
#include "lint/people.h"
#include "lint/person.h"

struct identity {
    struct matches ids;
};

/* Keeps what is needed at the end. */
void identity_add(struct identity *g, const struct person *p);

/* Looks at all of them. */
void identity_end(struct identity *g, const struct people *people,
                  struct findings *f);

void identity_release(struct identity *g);

#endif
