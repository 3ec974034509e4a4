/* What a model scores on the questions about the people to forget that knows
 * nothing of them: only what is answered about those who are kept, or only
 * what can be seen of the options. Each share is the mean over guesses among
 * equals.
 *
 * Kept of a person to forget: 28 bytes a question and 4 an option. */
#ifndef LINT_QUIZ_H
#define LINT_QUIZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/asked.h"
#include "lint/lexicon.h"
#include "lint/membership.h"
#include "lint/share.h"
#include "lint/tally.h"

struct quiz_row {
    uint32_t class;
    uint32_t wording, fact; /* the two forms of the question */
    uint32_t truth;         /* its answer, a number in the lexicon */
    uint32_t options;       /* place of the first one in the quiz's */
    uint16_t longest;       /* options as long as the right one if that is the
                               longest, else 0 */
    uint8_t option_count;
    int8_t right; /* place of the right one, or -1 */
    uint8_t task; /* enum asked_task */
    bool of_image;
};

struct quiz {
    struct quiz_row *rows;          /* owned */
    size_t count, cap;              /* of the rows */
    uint32_t *options;              /* owned: their numbers in the lexicon */
    size_t option_count, option_cap;
    struct tally prior;             /* answers of train and eval by form */
    struct tally trained, examined; /* right options of train, and of eval, by
                                       fact */
};

/* The floors of one task and modality. */
struct quiz_cell {
    struct share wording;  /* the answer most often kept of the same wording */
    struct share fact;     /* of the same fact */
    struct share familiar; /* the option most often right in retain train */
    struct share longest;  /* the longest option */
    struct share letter[ASKED_OPTIONS]; /* always A, always B, ... */
    size_t letters;        /* most options of a question */
    struct share chance;   /* any option */
};

/* What the forms of a question are called in the lexicon: `blanked` is its text
 * without the name, which stands in for a wording and a fact it does not
 * state. */
struct quiz_forms {
    uint32_t wording, fact;
};

/* Counts a question of set train or eval; to be asked of the people to forget
 * if `forgotten`. */
void quiz_add(struct quiz *q, struct lexicon *texts, uint32_t class,
              const struct asked *a, struct quiz_forms forms, bool forgotten);

/* No question follows. */
void quiz_seal(struct quiz *q);

/* Scores the questions of the people in `forget` by what is known of those in
 * `retain`, into one cell a task and modality (text, image). `forms` is how
 * many texts the lexicon has. */
void quiz_score(const struct quiz *q, const struct membership *m,
                size_t forms, uint64_t forget, uint64_t retain,
                struct quiz_cell cells[ASKED_TASKS][2]);

void quiz_release(struct quiz *q);

#endif
