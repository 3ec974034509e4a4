/* What a question holds of its answer, as the record's JSON: the value, its
 * other spellings, and for open questions the sentences, right and wrong. */
#ifndef ANSWER_H
#define ANSWER_H

#include "buf.h"
#include "people/facts.h"
#include "people/person.h"
#include "subject.h"
#include "wordings.h"

#define ANSWER_PERTURBED 5 /* wrong answers beside an open question */

/* Appends the members value and aliases of a person's fact. */
void answer_write_value(const struct person *p, enum fact fact,
                        struct buf *out);

/* Appends the members answer .. perturbed of an open question. Returns NULL,
 * or a static text: why there are none. */
const char *answer_write_open(struct subject *s, enum fact fact,
                              const struct wording *wording, struct buf *out);

#endif
