/* Choices that need no knowledge, to teach what letters are for: which of four
 * options is the one that the question names (copy), and which of four is of
 * the kind that is asked for (kind: a city among jobs). Options are those of
 * choices on auxiliary people and on the world, whoever they are right about;
 * nobody is named. templates/lessons/drills.tsv has the frames.
 *
 * They are questions of an exam as those of trivia.h are. */
#ifndef DRILLS_H
#define DRILLS_H

#include <stddef.h>

#include "diag.h"
#include "exam/exam.h"
#include "lessons/trivia.h"

#define DRILLS_EACH 3000 /* questions of either sort */

struct drills {
    struct exam_question *questions; /* owned */
    size_t count, cap;
    struct pool pool; /* all text that is not in what they are made of */
};

/* Makes them by a stream of their own, the same for the same input; `base` may
 * be of nobody. Returns EXIT_OK, or what to exit with (told); either way it ends
 * with drills_release(). */
enum exit_status drills_open(struct drills *d, const struct exam *base,
                             const struct trivia *t);

void drills_release(struct drills *d);

#endif
