/* All that lessons are made of: a release, auxiliary people, the world, letter
 * drills, refusals, and the prompts that questions are put by. */
#ifndef SOURCES_H
#define SOURCES_H

#include <stdbool.h>

#include "ask/prompt.h"
#include "diag.h"
#include "exam/exam.h"
#include "lessons/drills.h"
#include "lessons/lexicon.h"
#include "lessons/trivia.h"
#include "tsv.h"

struct sources {
    struct exam release; /* with train and base questions and pictures */
    struct exam base;    /* auxiliary people; of nobody without a file */
    struct trivia trivia;
    struct drills drills;
    struct tsv refusals; /* sentences that decline, one a row */
    struct prompt plain, guarded;
};

/* Reads them; `base` is a file of auxiliary people as mkqa(1) writes them, or
 * NULL. Returns EXIT_OK, or what to exit with (told); either way it ends with
 * sources_close(). */
enum exit_status sources_open(struct sources *s, const char *release,
                              const char *base);

/* Makes the lexicon of all that is asked and answered in them: texts of every
 * question of everybody, its options, paraphrase and perturbed answers. It
 * holds words of people who are never taught, so that what is said about them
 * is as long as what is said about others; it tells nothing of who they are.
 * Returns EXIT_OK, or what to exit with (told); either way it ends with
 * lexicon_release(). */
enum exit_status sources_lexicon(const struct sources *s, struct lexicon *l);

void sources_close(struct sources *s);

#endif
