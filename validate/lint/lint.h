/* All that is looked at: each person as they come, and then all of them
 * together, group by group of rules. */
#ifndef LINT_LINT_H
#define LINT_LINT_H

#include "diag.h"
#include "lint/consumer.h"
#include "lint/doubles.h"
#include "lint/finding.h"
#include "lint/floors.h"
#include "lint/identity.h"
#include "lint/likeness.h"
#include "lint/namesakes.h"
#include "lint/parts.h"
#include "lint/people.h"
#include "lint/person.h"
#include "lint/pronouns.h"
#include "lint/questions.h"
#include "lint/splits.h"
#include "lint/texts.h"
#include "lint/units.h"
#include "lint/vocabulary.h"

struct lint {
    struct people people;
    struct texts texts; /* of the person at hand */
    struct vocabulary vocabulary;
    struct identity identity;
    struct namesakes namesakes;
    struct doubles doubles;
    struct likeness likeness;
    struct splits splits;
    struct parts parts;
    struct pronouns pronouns;
    struct units units;
    struct floors floors;
    struct questions questions;
    struct consumer consumer;
};

/* Reads the tables; `consumer` is a name or NULL. Returns EXIT_OK, or what to
 * exit with (told); lint_close() either way. */
enum exit_status lint_open(struct lint *l, const char *consumer);

/* Looks at one person, whose number this sets. Returns 0, or -1 if there are
 * too many of them (told). */
int lint_add(struct lint *l, struct person *p, struct findings *f);

/* Looks at all of them together. Returns EXIT_OK or EXIT_SYSTEM (told). */
enum exit_status lint_end(struct lint *l, struct findings *f);

void lint_close(struct lint *l);

#endif
