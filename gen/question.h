/* One question as the record's JSON: palimpsest-person(5). */
#ifndef QUESTION_H
#define QUESTION_H

#include "buf.h"
#include "plan.h"
#include "subject.h"
#include "wordings.h"

#define QUESTION_PERTURBED 5 /* wrong values beside an open question */
#define QUESTION_PROBES 3    /* probe questions a kind and person */

/* Appends the JSON object of one planned question. Returns NULL, or a static
 * text: why it cannot be asked. */
const char *question_write(const struct wordings *w, struct subject *s,
                           const struct plan_item *item, struct buf *out);

/* Appends, each behind a comma, the probe questions of a person. Returns as
 * above. */
const char *question_write_probes(const struct wordings *w, struct subject *s,
                                  struct buf *out);

#endif
