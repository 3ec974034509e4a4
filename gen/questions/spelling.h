/* Does a text give a fact away? */
#ifndef SPELLING_H
#define SPELLING_H

#include <stdbool.h>

#include "people/person.h"

/* True if the text holds one of the spellings of the person's fact, as whole
 * words, ASCII letters compared without case. */
bool spelling_occurs(const struct person *p, enum fact fact, const char *text);

#endif
