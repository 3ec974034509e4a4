/* Rules of characters: texts in normal form C, none that was read in a wrong
 * encoding, nothing that cannot be seen. */
#ifndef LINT_ENCODING_H
#define LINT_ENCODING_H

#include "lint/finding.h"
#include "lint/texts.h"

/* Looks at the texts of one person. */
void encoding_look(const struct texts *t, struct findings *f);

#endif
