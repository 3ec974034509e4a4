/* Rules of strings that break who loads them: read as missing by pandas, run as
 * code by evaluators that take a cell in brackets for a list, taken for a mark
 * by chat templates. */
#ifndef LINT_RESERVED_H
#define LINT_RESERVED_H

#include "lint/finding.h"
#include "lint/texts.h"
#include "lint/vocabulary.h"

/* Looks at the texts of one person. */
void reserved_look(const struct texts *t, const struct vocabulary *v,
                   struct findings *f);

#endif
