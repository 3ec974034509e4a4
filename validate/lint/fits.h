/* Questions that name nobody and show nobody: do they fit one person only? Of
 * each such question it is kept which facts of the person its text holds, and
 * then looked whether anybody else has the same ones; and whether it is asked
 * of another person in the same words with another answer.
 *
 * Kept are 128 bytes a person, and each distinct value and such text once. */
#ifndef LINT_FITS_H
#define LINT_FITS_H

#include <stddef.h>
#include <stdint.h>

#include "lint/asked.h"
#include "lint/finding.h"
#include "lint/lexicon.h"
#include "lint/matches.h"
#include "lint/people.h"
#include "lint/person.h"

#define FITS_FACTS 32  /* facts that are looked at, in the order they come */
#define FITS_KINDS 256 /* sets of facts that questions hold, at most */

struct fits {
    struct lexicon facts;  /* their names */
    struct lexicon texts;  /* values, questions, answers */
    uint32_t *values;      /* owned: FITS_FACTS a person, or LEXICON_NONE */
    size_t people, cap;    /* people, and room for them */
    uint32_t kinds[FITS_KINDS]; /* the facts of a question, a bit each */
    size_t kind_count;
    struct matches conditions; /* person and kind of each question */
    struct matches asked;      /* text, person and answer */
};

/* Begins a person, whose number is the next one. */
void fits_person(struct fits *s, const struct person *p);

/* Adds a question that names nobody of the person last begun; `list` is all
 * that is asked of the person, for the spellings of the facts. */
void fits_question(struct fits *s, const struct person *p,
                   const struct asked *a, const struct asked *list,
                   size_t count);

/* Reports questions that fit two people. */
void fits_report(struct fits *s, const struct people *people,
                 struct findings *f);

void fits_release(struct fits *s);

#endif
