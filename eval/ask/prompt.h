/* Prompts: how a question is put. A prompt is a text file with a part a task:
 *
 *   # comments, until the first part
 *   [system]          if there is to be such a message
 *   [choice]          of text and pictures, or [choice text], [choice image]
 *   [open]            the same
 *   [cloze]           the same
 *
 * The text of a part are the lines below its name, without blank ones at either
 * end, in the language of template.h with the slots question, blanked (the
 * question with each two underscores as "[Blank]") and, in a choice, option_a
 * to option_d. */
#ifndef PROMPT_H
#define PROMPT_H

#include <stdbool.h>

#include "buf.h"
#include "diag.h"
#include "digest.h"
#include "exam/exam.h"
#include "template.h"

#define PROMPT_LIMIT ((size_t)1 << 16) /* bytes in a file */

struct prompt {
    char *name;                 /* owned: of the file, without .txt */
    char sha256[DIGEST_HEX + 1]; /* of the file */
    struct buf file;            /* owned: its text, cut at the parts' ends */
    const char *system;         /* in it, or NULL */
    bool there[EXAM_TASKS][EXAM_MODALITIES];
    struct template parts[EXAM_TASKS][EXAM_MODALITIES];
};

/* Loads templates/prompts/NAME.txt of the data folder or, where `name` has a
 * slash or ends in .txt, that file. Returns EXIT_OK, or what to exit with
 * (told); either way it ends with prompt_release(). */
enum exit_status prompt_load(struct prompt *p, const char *name);

/* Appends the question as it is put. */
void prompt_render(const struct prompt *p, const struct exam_question *q,
                   struct buf *out);

void prompt_release(struct prompt *p);

#endif
