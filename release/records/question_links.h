/* A person's questions by id, and whether pairs and twins point to one
 * another. */
#ifndef QUESTION_LINKS_H
#define QUESTION_LINKS_H

#include "person.h"

/* Checks ids, pairs and twins of a person of good shape; what is wrong
 * becomes findings. */
void question_links_check(const struct person *p, struct findings *f);

#endif
