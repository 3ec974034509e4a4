/* Questions on the world whose answers are known: which city is the capital of
 * Peru, what is the opposite of hot. templates/lessons/world.tsv has the facts,
 * templates/lessons/frames.tsv how each subject is asked for (both are in
 * palimpsest-templates(5)). A fact is asked once in each frame of its subject;
 * the wrong options of a choice are values of other facts of that subject.
 *
 * They are questions of an exam, so that they are put as any other; their
 * modality is text, and person and fact are EXAM_NONE. */
#ifndef TRIVIA_H
#define TRIVIA_H

#include <stddef.h>

#include "diag.h"
#include "exam/exam.h"
#include "exam/pool.h"

struct trivia {
    struct exam_question *questions; /* owned */
    size_t count, cap;
    size_t facts;     /* there are */
    struct pool pool; /* all text */
};

/* Makes all questions. Returns EXIT_OK, or what to exit with (told); either way
 * it ends with trivia_release(). */
enum exit_status trivia_open(struct trivia *t);

void trivia_release(struct trivia *t);

#endif
