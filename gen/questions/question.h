/* One planned question as the record's JSON: palimpsest-person(5). */
#ifndef QUESTION_H
#define QUESTION_H

#include "buf.h"
#include "plan.h"
#include "subject.h"
#include "wordings.h"

/* Appends the JSON object of one planned question. Returns NULL, or why it
 * cannot be asked, as subject_read() does. */
const char *question_write(const struct wordings *w, struct subject *s,
                           const struct plan_item *item, struct buf *out);

#endif
