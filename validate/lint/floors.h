/* The group of rules on what scores can be had without knowing anybody, and on
 * what makes them so: values that have collapsed, facts that tell other facts,
 * texts and values that those to be forgotten share with those who are kept.
 *
 * Kept are 24 bytes for each different text of set train or eval, and at least
 * as much room while they are counted; of a person to forget what quiz.h says,
 * of a fictitious person 128 bytes for guess.h, and each distinct value and
 * wording once. */
#ifndef LINT_FLOORS_H
#define LINT_FLOORS_H

#include <stdbool.h>

#include "diag.h"
#include "lint/finding.h"
#include "lint/guess.h"
#include "lint/lexicon.h"
#include "lint/membership.h"
#include "lint/person.h"
#include "lint/quiz.h"
#include "lint/tally.h"
#include "tsv.h"

struct floors {
    struct membership members;
    struct lexicon texts;  /* values, facts, wordings */
    struct tally facts;    /* values of fictitious people by fact */
    struct tally trained, examined; /* fingerprints of questions with their
                              answers, of train and of eval, by fact */
    struct quiz quiz;
    struct guess guess;
    struct tsv coarse;     /* facts that have few values by nature */
    struct buf blanked;
    bool split, asked;     /* anybody is to be forgotten, anything is asked */
};

/* Returns EXIT_OK, or what to exit with (told). */
enum exit_status floors_open(struct floors *l);

void floors_add(struct floors *l, const struct person *p);

/* Reports; nobody follows. */
void floors_end(struct floors *l, struct findings *f);

void floors_release(struct floors *l);

#endif
