/* The rule of parts: what some people of a kind have, all of that kind have, or
 * sets that should be in pairs are not. Memory is by kind, not by person. */
#ifndef LINT_PARTS_H
#define LINT_PARTS_H

#include <stdint.h>

#include "lint/finding.h"
#include "lint/people.h"
#include "lint/person.h"

/* What a person may have. */
enum parts_part {
    PARTS_IMAGES,
    PARTS_TRAIN,
    PARTS_EVAL,
    PARTS_TEST,
    PARTS_PARAPHRASE, /* of each open question */
    PARTS_PERTURBED,  /* the same */
    PARTS_COUNT
};

struct parts {
    struct {
        uint64_t with, without; /* people */
        uint32_t first;         /* who is without */
    } parts[RECORD_KINDS][PARTS_COUNT];
};

/* Keeps what is needed at the end. */
void parts_add(struct parts *g, const struct person *p);

/* Looks at all of them. */
void parts_end(const struct parts *g, const struct people *people,
               struct findings *f);

#endif
