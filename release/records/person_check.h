/* What holds for a person, whoever the others are: the biography, the images
 * and the questions agree with the facts and with one another. Most of the time
 * that a release takes goes here; people can be checked by several threads at
 * once. */
#ifndef PERSON_CHECK_H
#define PERSON_CHECK_H

#include "person.h"

/* Checks a person of good shape; what is wrong becomes findings. */
void person_check(struct person *person, struct findings *f);

#endif
