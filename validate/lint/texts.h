/* All texts of a person, one after another: name, biography, facts, questions
 * and what belongs to them, descriptions of images. They are borrowed from the
 * person's tree; the list is used again for the next person. */
#ifndef LINT_TEXTS_H
#define LINT_TEXTS_H

#include <stdbool.h>
#include <stddef.h>

#include "diag.h"
#include "lint/finding.h"
#include "lint/person.h"

/* What a text is for whoever reads it. */
enum text_kind {
    TEXT_PROSE,    /* sentences about the person */
    TEXT_QUESTION, /* the same, which asks something */
    TEXT_CLOZE,    /* the same, with a gap */
    TEXT_VALUE     /* a name, a value, an option: a cell of a table */
};

struct text {
    const char *text;
    const char *owner;  /* id of its question or image, or NULL */
    const char *member; /* what it is called: "question", "birth_place" */
    enum text_kind kind;
    bool ascii;         /* it is ASCII only */
};

struct texts {
    struct text *list; /* owned */
    size_t count, cap; /* texts, and room for them */
    struct diag_place place; /* of the person */
};

/* Fills the list with the texts of a person. */
void texts_read(struct texts *t, const struct person *p);

/* Adds a finding about a text: what was found is the `len` bytes at `at` in it,
 * shown with what is around. */
void texts_find(const struct texts *t, const struct text *text,
                const char *code, const char *at, size_t len,
                struct findings *f);

void texts_release(struct texts *t);

#endif
