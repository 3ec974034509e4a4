/* Whether a biography tells the facts: the name once, and of every fact one
 * spelling, but for gender, appearance, e-mail and phone, which it does not
 * state in words. */
#ifndef BIOGRAPHY_H
#define BIOGRAPHY_H

#include "person.h"

/* Checks the biography of a generated person of good shape; what is wrong
 * becomes findings. Spellings are the value and, where questions ask for the
 * fact, their aliases; dates and incomes are written otherwise than they are
 * spoken, so that nothing is known of one that no question asks for. */
void biography_check(const struct person *p, struct findings *f);

#endif
