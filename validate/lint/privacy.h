/* Rules of privacy: nobody is a minor, no file is called after a person, every
 * image says under which licence it is and, where it must, whose it is. */
#ifndef LINT_PRIVACY_H
#define LINT_PRIVACY_H

#include "lint/finding.h"
#include "lint/person.h"

/* Who is born behind this day is a minor on 2025-01-01. */
#define PRIVACY_BORN "2007-01-01"

/* Looks at one person. */
void privacy_look(const struct person *p, struct findings *f);

#endif
