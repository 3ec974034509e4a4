/* The questions of a set by task, modality and slice: what a cell counts, or
 * its denominator. */
#ifndef SLOTS_H
#define SLOTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "classes.h"
#include "exam/exam.h"

enum slice {
    SLICE_ALL,
    SLICE_SHARED,    /* on facts whose values are many people's */
    SLICE_UNIQUE,    /* on facts whose values are one person's */
    SLICE_NEIGHBOUR, /* neighbours.h */
    SLICE_NAME,      /* what asks for a name */
    SLICES
};

#define SLOTS (EXAM_TASKS * EXAM_MODALITIES * SLICES) /* below 32 */

/* What tells the slices of a question. */
struct slices {
    const struct exam *exam;   /* borrowed */
    enum fact_class *classes;  /* owned: by fact */
    unsigned char *neighbours; /* owned: by question, 0 or 1 */
};

struct slot_question {
    size_t question; /* in the exam */
    size_t person;   /* from 0 among the people of the set */
    uint32_t in;     /* bits: the slots that count it */
};

struct slots {
    const struct exam *exam;         /* borrowed */
    size_t set;                      /* of the exam */
    size_t people;                   /* in the set */
    struct slot_question *questions; /* owned, in the order of the exam */
    size_t count, cap;
    size_t asked[SLOTS]; /* questions in each */
    size_t each[SLOTS];  /* the most that one person has of them */
};

/* Returns 0, or -1 (told); either way ends with slices_release(). */
int slices_init(struct slices *s, const struct exam *e,
                const struct exam_sides *sides);
void slices_release(struct slices *s);

const char *slice_name(enum slice slice);

/* The number of a slot. */
size_t slot_of(enum exam_task task, enum exam_modality modality,
               enum slice slice);

/* Takes the questions of a set. */
void slots_init(struct slots *s, const struct slices *slices, size_t set);

/* Whether the set has cells of this slice: it holds a question, and is not all
 * of them. */
bool slots_tell(const struct slots *s, enum exam_task task,
                enum exam_modality modality, enum slice slice);

void slots_release(struct slots *s);

#endif
