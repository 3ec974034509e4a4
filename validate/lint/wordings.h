/* Wordings of questions, their names blanked, and in which of the sets train,
 * eval and test they are: a wording that was trained on shows nothing when it
 * is asked again. Each distinct wording is kept once, and 16 bytes with it. */
#ifndef LINT_WORDINGS_H
#define LINT_WORDINGS_H

#include <stdint.h>

#include "buf.h"
#include "lint/asked.h"
#include "lint/finding.h"
#include "lint/lexicon.h"
#include "lint/people.h"
#include "lint/person.h"

#define WORDINGS_SETS 3

/* Who was asked so first in each set: their number and 1, or 0. */
struct wording {
    uint32_t first[WORDINGS_SETS];
};

struct wordings {
    struct lexicon texts;
    struct wording *list; /* owned: one a text */
    size_t cap;           /* there is room for */
    struct buf blanked;
};

void wordings_add(struct wordings *w, const struct person *p,
                  const struct asked *a);

/* Reports each wording that two sets have. */
void wordings_report(const struct wordings *w, const struct people *people,
                     struct findings *f);

void wordings_release(struct wordings *w);

#endif
