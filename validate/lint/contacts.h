/* Rules of contacts: mail addresses and telephone numbers are those kept for
 * examples and fiction, so that nobody answers. */
#ifndef LINT_CONTACTS_H
#define LINT_CONTACTS_H

#include "lint/finding.h"
#include "lint/texts.h"
#include "lint/vocabulary.h"

/* Looks at the texts of one person. */
void contacts_look(const struct texts *t, const struct vocabulary *v,
                   struct findings *f);

#endif
