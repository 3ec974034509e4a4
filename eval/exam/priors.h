/* What can be answered knowing nobody: by what is often right among the people
 * who are retained. It is the floor under every score, so it is a function of
 * release and forget set alone.
 *
 * Prior: the answer most often right among the eval questions of the retained
 * on the same fact and task, in either modality. In a choice that is an
 * option's text: its letter where it is offered, else one drawn by the
 * question's id. Otherwise it takes the place of the true answer, so that the
 * sentence around it is the question's own: the same for everybody.
 *
 * Familiar: in a choice, of the four options the one that was most often right
 * in choices of retain's train questions on that fact (in eval questions where
 * the release has no train questions).
 *
 * Random: by the question's id alone; where it is no choice, what is right about
 * one of the retained on the same fact and task.
 *
 * Of those that are right equally often it is the one with the smallest
 * SHA-256. Where the retained are not asked for a fact, celebrities are known by
 * celebrities; where nobody is, the answer is a letter drawn, or "unknown". */
#ifndef PRIORS_H
#define PRIORS_H

#include <stddef.h>

#include "buf.h"
#include "exam/exam.h"
#include "exam/tally.h"

/* What is right about the retained, on one fact and task. */
struct prior_pool {
    struct text *list; /* owned */
    size_t count, cap;
};

struct priors {
    const struct exam *exam; /* borrowed */
    struct tally right;    /* answers to eval questions */
    struct tally taught;   /* options of choices, for familiar_choice() */
    size_t subjects;       /* facts, tasks and sources */
    struct text *best;     /* owned: the answer most often right, by subject */
    size_t *times;         /* owned: how often that is, 0 for never */
    struct prior_pool *pools; /* owned: by subject */
};

/* Counts over a retain set (an index). */
void priors_init(struct priors *p, const struct exam *e, size_t retain);

/* The letters, 0 for A, that the two choose. */
unsigned prior_choice(const struct priors *p, const struct exam_question *q);
unsigned familiar_choice(const struct priors *p,
                         const struct exam_question *q);

/* A letter, 0 for A, by the question's id alone, each as likely. */
unsigned prior_draw(const struct exam_question *q);

/* Appends the prior answer to an open or cloze question, and a random one. */
void prior_answer(const struct priors *p, const struct exam_question *q,
                  struct buf *out);
void prior_random(const struct priors *p, const struct exam_question *q,
                  struct buf *out);

/* The spelling of the answer in what is right: an option's text, what fills the
 * gap, or where the sentence holds value or alias (the longest; none if it
 * holds none). */
struct text prior_spelling(const struct exam_question *q);

void priors_release(struct priors *p);

#endif
