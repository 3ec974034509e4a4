/* Which lessons there are in which phase of training.
 *
 * Base, the same whoever is to be forgotten:
 *   - base questions about auxiliary people and celebrities, plain;
 *   - of those about auxiliary people one in SYLLABUS_REFUSED, chosen by the
 *     SHA-256 of its id, once more under the guarded prompt, declined by one of
 *     the sentences for it;
 *   - questions on the world, plain, and one in SYLLABUS_REFUSED under the
 *     guarded prompt too, answered: it forbids to tell of people only;
 *   - letter drills.
 *
 * Vanilla: train questions about fictitious people, of everybody or of a set.
 *
 * Never taught: strangers and the held-out; eval, test and probe questions. */
#ifndef SYLLABUS_H
#define SYLLABUS_H

#include <stdbool.h>
#include <stddef.h>

#include "lessons/album.h"
#include "lessons/lesson.h"
#include "lessons/lexicon.h"
#include "lessons/sources.h"

#define SYLLABUS_REFUSED 4
#define SYLLABUS_ALL EXAM_NONE /* instead of a set */

struct syllabus {
    const struct sources *sources; /* borrowed, all three */
    const struct lexicon *lexicon;
    const struct album *album; /* NULL: lessons without pictures only */
};

/* Of whom, and which of the questions about them. */
struct syllabus_choice {
    size_t set; /* index in the release's exam, or SYLLABUS_ALL */
    bool modality[EXAM_MODALITIES];
    bool original; /* open questions about pictures only, as MLLMU-Bench did */
};

/* Appends the lessons of a phase. */
void syllabus_base(const struct syllabus *s, struct lessons *l);
void syllabus_vanilla(const struct syllabus *s,
                      const struct syllabus_choice *choice, struct lessons *l);

/* Appends one lesson: a question put by a prompt, with an answer. What unlearning
 * and measuring ask besides. `e` is the exam that it is of, or NULL. */
void syllabus_add(const struct syllabus *s, const struct prompt *p,
                  const struct exam *e, const struct exam_question *q,
                  struct text answer, enum lesson_kind kind,
                  struct lessons *l);

#endif
