/* Rules of identifiers that look real: numbers of social security, of cards, of
 * bank accounts, whose check digits are right. */
#ifndef LINT_IDENTIFIERS_H
#define LINT_IDENTIFIERS_H

#include <stdbool.h>
#include <stddef.h>

#include "lint/finding.h"
#include "lint/texts.h"

/* Each returns how many bytes of `text` are such a number, which starts there:
 *   123-45-6789, but not of the ranges that are never given out; 13 to 19
 *   digits by ISO/IEC 7812 with Luhn's check digit, also in groups; an IBAN by
 *   ISO 13616, also in groups of four; 0 if it is none. */
size_t identifiers_ssn(const char *text);
size_t identifiers_card(const char *text);
size_t identifiers_iban(const char *text);

/* Looks at the texts of one person. */
void identifiers_look(const struct texts *t, struct findings *f);

#endif
