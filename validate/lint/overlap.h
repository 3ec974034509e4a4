/* What those who are to be forgotten share with those who are kept: values of
 * a fact, and texts of a question with its answer. Shared values are wanted;
 * texts that are the same to the letter make a model unlearn what it is to
 * keep. */
#ifndef LINT_OVERLAP_H
#define LINT_OVERLAP_H

#include <stdint.h>

#include "lint/membership.h"
#include "lint/share.h"
#include "lint/tally.h"

/* The share of what people in `forget` have of a form, in a sealed tally, that
 * people in `retain` have, too. */
struct share overlap_find(const struct tally *t, const struct membership *m,
                          uint32_t form, uint64_t forget, uint64_t retain);

#endif
