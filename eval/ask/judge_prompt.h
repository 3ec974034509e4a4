/* Prompts for a judge: how an answer is put beside the reference, and what the
 * judge may say. A file (prompt_file.h) with the parts
 *
 *   [scale]    the lowest and the highest score: whole numbers, a blank between
 *   [system]   if there is to be such a message
 *   [judge]    in the language of template.h, with the slots question, answer
 *              and reference, of which the last two must be there
 *
 * A verdict is a JSON object with the members "score", a whole number on the
 * scale, and "reason", a string, which may be left out; and no others. */
#ifndef JUDGE_PROMPT_H
#define JUDGE_PROMPT_H

#include <stdbool.h>
#include <stdint.h>

#include "ask/chat_reply.h"
#include "ask/messages.h"
#include "ask/prompt_file.h"
#include "diag.h"
#include "exam/exam.h"
#include "template.h"

#define JUDGE_MOST 10 /* the highest score there can be */

struct judge_prompt {
    struct prompt_file file;
    const char *system; /* in it, or NULL */
    uint64_t least, most;
    bool scaled, there; /* there are scale and question */
    struct template part;
};

/* Loads the file of that name. Returns EXIT_OK, or what to exit with (told);
 * either way it ends with judge_prompt_release(). */
enum exit_status judge_prompt_load(struct judge_prompt *p, const char *name);

/* Replaces the content of `m` by the messages about an answer. */
void judge_prompt_compose(const struct judge_prompt *p,
                          const struct exam_question *q, struct text answer,
                          struct messages *m);

/* Reads what a judge said: score, and the reason, appended. Returns NULL, or a
 * static text that says what is wrong with it. */
const char *judge_prompt_read(const struct judge_prompt *p,
                              struct chat_reader *c, const struct buf *said,
                              unsigned *score, struct buf *reason);

/* Adds to the messages what was said and that it is no verdict. */
void judge_prompt_again(struct messages *m, const struct buf *said,
                        const char *why);

void judge_prompt_release(struct judge_prompt *p);

#endif
