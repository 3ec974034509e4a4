/* A line of people.jsonl, taken into an exam. */
#ifndef READING_H
#define READING_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "exam/exam.h"
#include "json_scan.h"
#include "json_tape.h"

#define READING_FACTS 1024 /* facts asked about, at most */

struct reading {
    struct exam *exam;     /* borrowed */
    struct json_tape tape; /* owned: of the line now out */
    struct buf scratch;    /* owned: text without its escapes */
    enum exam_depth depth; /* what to keep */
    size_t fact;           /* the one found last */
    char id[RECORD_ID_LIMIT + 1]; /* of the question now out, or "" */
};

/* Adds the person of a checked line, of which `tape` is the index. Returns
 * NULL, or a static text that says what is wrong; `id` is the question's. */
const char *reading_person(struct reading *r, const struct record_head *head);

void reading_release(struct reading *r);

#endif
