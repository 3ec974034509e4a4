/* One question under check: what of it is looked at again and again. All text
 * is borrowed from the person's tree. */
#ifndef ASKED_H
#define ASKED_H

#include <stdbool.h>

#include "person.h"
#include "question_set.h"
#include "spelling.h"

struct asked {
    const struct person *person;
    struct findings *findings;
    const cJSON *q;
    enum question_set set;
    const char *id, *task, *fact;
    const char *text; /* the question's text */
    const char *answer;
    bool image, probe; /* its modality, its set is that */
    struct spelling_set spellings;
};

/* Reads a question of good shape. */
void asked_init(struct asked *a, const struct person *person, const cJSON *q,
                struct findings *findings);

/* Adds a finding about the question. */
void asked_wrong(const struct asked *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
