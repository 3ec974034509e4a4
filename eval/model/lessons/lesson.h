/* Lessons: what is said to a model and what it is to answer, as words, and the
 * pictures that may be shown with it. */
#ifndef LESSON_H
#define LESSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "exam/exam.h"
#include "lessons/album.h"
#include "lessons/utterance.h"
#include "rng.h"

enum lesson_kind {
    LESSON_TRAIN,   /* on people of the release */
    LESSON_BASE,    /* on auxiliary people, and celebrities */
    LESSON_WORLD,   /* on the world */
    LESSON_REFUSAL, /* what a guarded prompt forbids, declined */
    LESSON_LETTER,  /* what letters are for */
    LESSON_KINDS
};

struct lesson {
    enum lesson_kind kind;
    enum exam_task task;
    enum exam_modality modality;
    const struct exam_question *question; /* borrowed: what is asked */
    size_t person;   /* index in the question's exam, or EXAM_NONE */
    size_t first;    /* where its words begin, in the lessons' `said` */
    uint32_t count;  /* words: question, answer, end mark */
    uint32_t answer; /* of them those before the answer */
    uint32_t named;  /* place in the album of the picture that the question
                        names, or ALBUM_NONE */
    size_t shown;    /* where the places of those that may be shown begin, in
                        the lessons' `shown` */
    uint32_t pictures; /* how many these are; 0 without a picture */
};

/* Starts as {0}. */
struct lessons {
    struct lesson *list; /* owned */
    size_t count, cap;
    struct utterance said; /* owned: words of all */
    uint32_t *shown;       /* owned: places in the album */
    size_t shown_count, shown_cap;
};

/* The words of a lesson: `count` of them, borrowed until the next change. */
const uint32_t *lessons_words(const struct lessons *l, size_t i);

/* A picture to show with a lesson, any that may be shown being as likely: its
 * place in the album. The lesson has pictures. */
uint32_t lessons_draw(const struct lessons *l, size_t i, struct rng *r);

void lessons_release(struct lessons *l);

#endif
