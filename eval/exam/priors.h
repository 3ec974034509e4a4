/* What can be answered knowing nobody: by what is often right among the people
 * who are retained. It is the floor under every score, so it is a function of
 * release and forget set alone.
 *
 * Prior: the answer most often right among the eval questions of the retained
 * on the same fact and task, in either modality. In a choice it is an option's
 * text: its letter where it is offered, else one drawn by the question's id.
 * Otherwise it takes the place of the true answer, so that the sentence around
 * it is the question's own: the same for everybody.
 *
 * Familiar: in a choice, of the four options the one that was most often right
 * in choices of retain's train questions on that fact (in eval questions where
 * the release has no train questions).
 *
 * Of those equally often right it is the text with the smallest hash. Where the
 * retained are never asked for a fact, celebrities are known by celebrities. */
#ifndef PRIORS_H
#define PRIORS_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "exam/exam.h"

struct prior_count;

struct priors {
    const struct exam *exam;    /* borrowed */
    struct prior_count *slots;  /* owned: hash table */
    size_t slot_count, used;
    struct text *best;          /* owned: by fact, task and source */
    size_t *best_count;         /* owned: how often that is right */
};

/* Counts over a retain set (an index). */
void priors_init(struct priors *p, const struct exam *e, size_t retain);

/* The letters, 0 for A, that the two choose. */
unsigned prior_choice(const struct priors *p, const struct exam_question *q);
unsigned familiar_choice(const struct priors *p,
                         const struct exam_question *q);

/* A letter, 0 for A, by the question's id alone: uniform, not known before. */
unsigned prior_draw(const struct exam_question *q);

/* Appends the prior answer to an open or cloze question. */
void prior_answer(const struct priors *p, const struct exam_question *q,
                  struct buf *out);

void priors_release(struct priors *p);

#endif
