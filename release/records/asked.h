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

/* Adds a finding about the question, and its witness (findings.h). */
void asked_wrong(const struct asked *a, const char *rule, const char *format,
                 ...) __attribute__((format(printf, 3, 4)));
void asked_witness(const struct asked *a, const char *expected,
                   const char *found);

#endif
