/* Facts that can be guessed from another fact of the same person: what each
 * pair of facts has in common beyond chance (information.h). Looked at for the
 * first INFORMATION_MOST people, and GUESS_FACTS facts in the order they come;
 * kept are 4 bytes a person and fact. */
#ifndef LINT_GUESS_H
#define LINT_GUESS_H

#include <stddef.h>
#include <stdint.h>

#include "lint/finding.h"
#include "lint/lexicon.h"

#define GUESS_FACTS 32

struct guess {
    uint32_t facts[GUESS_FACTS]; /* their forms in the lexicon */
    size_t fact_count;
    uint32_t *values; /* owned: GUESS_FACTS a person, LEXICON_NONE for none */
    size_t people, cap; /* people, and room for them */
};

/* Begins a person; their values follow. */
void guess_person(struct guess *g);
void guess_value(struct guess *g, uint32_t fact, uint32_t value);

/* Reports facts that are guessed too well, and of each the fact that tells
 * most. `names` holds the facts' names as forms. */
void guess_report(struct guess *g, const struct lexicon *names,
                  struct findings *f);

void guess_release(struct guess *g);

#endif
