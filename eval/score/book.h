/* Everything a scores file holds, made from marked runs: a set at a time, and
 * then what is of several sets. */
#ifndef BOOK_H
#define BOOK_H

#include <stddef.h>

#include "difference.h"
#include "exam/exam.h"
#include "gap.h"
#include "run.h"
#include "slots.h"

#define BOOK_NONE SIZE_MAX

struct book {
    const struct exam *exam; /* borrowed */
    struct exam_sides sides;
    struct slices slices;
    size_t *sets; /* owned: of the exam: forget, test, retain, real, stranger as
                     far as they are there, and others that were answered */
    size_t set_count;
    size_t questions; /* in any of these */
    struct run *runs; /* borrowed: unlearned ones, then vanilla, then gold */
    size_t run_count;
    unsigned char *asked; /* owned: by question, 1 in any of the sets */
    struct reply *prior, *familiar; /* owned: floors, by question; marking.h
                                       makes them, as the runs' replies */
    struct gaps forget, test;
    struct differences differences;
};

/* Starts a book on runs whose logs were read. Returns 0, or -1 (told); either
 * way it ends with book_release(). */
int book_init(struct book *b, const struct exam *e,
              const struct exam_sides *sides, struct run *runs, size_t count);

/* Tells how many answers each run lacks. */
void book_tell_missing(const struct book *b);

/* Whether the release has celebrities. */
bool book_has_real(const struct book *b);

/* The vanilla run, or NULL. */
const struct run *book_vanilla(const struct book *b);

/* Scores the runs, whose replies, and the floors, are marked. */
void book_score(struct book *b);

void book_release(struct book *b);

#endif
