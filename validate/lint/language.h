/* Rules of language: no marks of a template left in a text, the right article,
 * one blank where there is one. */
#ifndef LINT_LANGUAGE_H
#define LINT_LANGUAGE_H

#include "lint/finding.h"
#include "lint/texts.h"
#include "lint/vocabulary.h"

/* Looks at the texts of one person. */
void language_look(const struct texts *t, const struct vocabulary *v,
                   struct findings *f);

#endif
