/* Rules of names. Two people have the same name; or nearly so: spoken the same
 * (spoken.h), with one character of difference (Damerau's), or with their words
 * in another order, where names of less than NAMESAKES_LEAST characters or more
 * than NAMESAKES_MOST, and those of two real people, are passed over. And a
 * made-up person has the name, as it is spoken, of a real one: a celebrity of
 * the stream, or one of templates/world/avoid.txt.
 *
 * Names that differ in one character agree once the right one is left out of
 * each: a name is kept under the hash of itself, and of itself with each of its
 * characters left out, so that n names take n log n. Memory: 24 bytes a person,
 * 16 a character of a name, and the name twice. */
#ifndef LINT_NAMESAKES_H
#define LINT_NAMESAKES_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "lint/finding.h"
#include "lint/lexicon.h"
#include "lint/matches.h"
#include "lint/people.h"
#include "lint/person.h"

#define NAMESAKES_LEAST 6 /* characters */
#define NAMESAKES_MOST 256
#define NAMESAKES_NEAR 64 /* names under one key each is compared with */

struct namesakes {
    struct lexicon written; /* names as they stand */
    struct lexicon spoken;  /* and as they are compared */
    uint32_t *spoken_of;    /* owned: the spoken name of each written one */
    size_t cap;             /* room for them */
    struct matches bearers; /* people by the number of their written name */
    struct lexicon avoided; /* names of real people, as they are compared */
    struct buf name, sorted; /* the one at hand */
};

/* Reads the list of real people. Returns EXIT_OK, EXIT_DATA or EXIT_SYSTEM
 * (told); namesakes_release() either way. */
int namesakes_open(struct namesakes *g);

/* Keeps what is needed at the end. */
void namesakes_add(struct namesakes *g, const struct person *p);

/* Looks at all of them. */
void namesakes_end(struct namesakes *g, const struct people *people,
                   struct findings *f);

void namesakes_release(struct namesakes *g);

#endif
