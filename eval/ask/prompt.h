/* Prompts: how a question is put. A prompt is a file with a part a task
 * (prompt_file.h):
 *
 *   [system]          if there is to be such a message
 *   [choice]          of text and pictures, or [choice text], [choice image]
 *   [open]            the same
 *   [cloze]           the same
 *
 * Text is in the language of template.h with the slots question, blanked (the
 * question with each two underscores as "[Blank]") and, in a choice, option_a
 * to option_d. */
#ifndef PROMPT_H
#define PROMPT_H

#include <stdbool.h>

#include "ask/prompt_file.h"
#include "buf.h"
#include "diag.h"
#include "exam/exam.h"
#include "template.h"

struct prompt {
    struct prompt_file file;
    const char *system; /* in it, or NULL */
    bool there[EXAM_TASKS][EXAM_MODALITIES];
    struct template parts[EXAM_TASKS][EXAM_MODALITIES];
};

/* Loads the file of that name. Returns EXIT_OK, or what to exit with (told);
 * either way it ends with prompt_release(). */
enum exit_status prompt_load(struct prompt *p, const char *name);

/* Appends the question as it is put. */
void prompt_render(const struct prompt *p, const struct exam_question *q,
                   struct buf *out);

void prompt_release(struct prompt *p);

#endif
