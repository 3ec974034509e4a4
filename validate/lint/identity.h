/* Rules of identity: nobody is there twice, by id or by name. Memory: 32 bytes a
 * person, and the name in small letters twice. */
#ifndef LINT_IDENTITY_H
#define LINT_IDENTITY_H

#include "lint/finding.h"
#include "lint/lexicon.h"
#include "lint/matches.h"
#include "lint/people.h"
#include "lint/person.h"

struct identity {
    struct matches ids;
    struct matches names;  /* the tag is the name's number */
    struct lexicon spoken; /* names as they are compared */
};

/* Keeps what is needed at the end. */
void identity_add(struct identity *g, const struct person *p);

/* Looks at all of them. */
void identity_end(struct identity *g, const struct people *people,
                  struct findings *f);

void identity_release(struct identity *g);

#endif
