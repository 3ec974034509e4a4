/* Does a question name or show whom it is about as its modality says, and has
 * it its twin? */
#ifndef LINT_QUESTION_FRAME_H
#define LINT_QUESTION_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "lint/asked.h"
#include "lint/finding.h"
#include "lint/person.h"

/* True if a text question that is to name the person does not, or is a probe:
 * nobody is named or shown. */
bool question_frame_nameless(const struct person *p, const struct asked *a);

void question_frame_check(const struct person *p, const struct asked *a,
                          struct findings *f);

/* `by_id` are the person's questions ordered by id; `tested` is true if any of
 * them is of set test. */
void question_frame_check_twin(const struct person *p, const struct asked *a,
                               const struct asked *const *by_id, size_t count,
                               bool tested, struct findings *f);

#endif
