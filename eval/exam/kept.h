/* The texts of a question that an exam keeps: its bytes are copied once, and
 * what they hold without escapes is where it stands in them. */
#ifndef KEPT_H
#define KEPT_H

#include "buf.h"
#include "exam/exam.h"
#include "schema/value.h"

/* Fills in the texts and the picture of `q`, whose form is known; `v` is its
 * JSON in the index of the person's line. Returns NULL, or a static text that
 * says what is wrong. */
const char *kept_question(struct exam *e, struct buf *scratch, struct value v,
                          struct exam_question *q);

/* Fills in the pictures of `person` that `p` is taught with. The same. */
const char *kept_pictures(struct exam *e, struct buf *scratch,
                          struct value person, struct exam_person *p);

/* The question's id, if it has a valid one; else `id` stays. */
void kept_id(struct value v, char id[RECORD_ID_LIMIT + 1]);

#endif
