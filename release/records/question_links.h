/* A person's questions by id, and whether pairs and twins point to one
 * another. */
#ifndef QUESTION_LINKS_H
#define QUESTION_LINKS_H

#include <stddef.h>

#include "asked.h"

/* Checks ids, pairs and twins of all questions of a person; what is wrong
 * becomes findings. */
void question_links_check(const struct asked *all, size_t count);

#endif
