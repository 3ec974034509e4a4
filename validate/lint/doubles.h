/* The rule of doubles: a made-up person is not too close to a celebrity of the
 * stream, born the same day and either of the same occupation or of the same
 * family name (the last word of the name). A name that is nearly a celebrity's
 * is told, too, by namesakes.h. Memory: 32 bytes a person. */
#ifndef LINT_DOUBLES_H
#define LINT_DOUBLES_H

#include "buf.h"
#include "lint/finding.h"
#include "lint/matches.h"
#include "lint/people.h"
#include "lint/person.h"

struct doubles {
    struct matches traits; /* people by day and trait; the tag is 1 for a
                              celebrity */
    struct buf spoken, key; /* of the person at hand */
};

/* Keeps what is needed at the end. */
void doubles_add(struct doubles *g, const struct person *p);

/* Looks at all of them. */
void doubles_end(struct doubles *g, const struct people *people,
                 struct findings *f);

void doubles_release(struct doubles *g);

#endif
