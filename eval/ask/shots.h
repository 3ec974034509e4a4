/* Demonstrations: questions with their right answers, put before the one that is
 * asked, of the same task and modality.
 *
 * By hash: N train questions (eval, where the release has none) about as many
 * people of the retain set, the same for everybody: those first in the order of
 * SHA-256("palimpsest shots 1\n" id "\n"), each person once, never the person
 * who is asked about.
 *
 * Of MLLMU-Bench: all eval questions of one person, who is asked about as well,
 * before choice and cloze questions on anybody but celebrities. That leaks: their
 * choice and cloze questions are not asked then. */
#ifndef SHOTS_H
#define SHOTS_H

#include <stdbool.h>
#include <stddef.h>

#include "exam/exam.h"

#define SHOTS_LIMIT 16 /* before a question, by hash */
#define SHOTS_ROOM 64  /* before a question, in any case */

enum shots_kind { SHOTS_NONE, SHOTS_HASH, SHOTS_MLLMU };

struct shots {
    enum shots_kind kind;
    size_t count;  /* by hash: before each question */
    size_t person; /* of MLLMU-Bench: index of whose questions they are */
    const struct exam_question **list[EXAM_TASKS][EXAM_MODALITIES]; /* owned */
    size_t counts[EXAM_TASKS][EXAM_MODALITIES]; /* of them */
};

/* Picks them as `text` says: NULL for none, a number, or "mllmu:ID". Returns 0,
 * or -1 (told) if there are not so many or the person is not there. */
int shots_init(struct shots *s, const struct exam *e, size_t retain,
               const char *text);

/* Whether `text` is well formed. */
bool shots_valid(const char *text);

/* Those for a question, at most `room` of them. Returns how many. */
size_t shots_for(const struct shots *s, const struct exam *e,
                 const struct exam_question *q,
                 const struct exam_question **shots, size_t room);

/* Whether a question may not be asked, as it was given away. */
bool shots_bar(const struct shots *s, const struct exam_question *q);

void shots_release(struct shots *s);

#endif
