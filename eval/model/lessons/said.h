/* What is said to a model: the messages that mlask(1) would send, as words. All
 * messages follow one another; behind an answer in them stands the end mark.
 * A picture is shown to the model, not said: only that of the last message is,
 * and those of others are a mark that there was one. */
#ifndef SAID_H
#define SAID_H

#include "ask/messages.h"
#include "ask/prompt.h"
#include "exam/exam.h"
#include "lessons/lexicon.h"
#include "lessons/utterance.h"

/* Appends the words of messages. Returns the picture that is shown with them,
 * borrowed from the exam, or NULL. */
const struct exam_image *said_messages(const struct lexicon *l,
                                       const struct messages *m,
                                       struct utterance *out);

/* The same of a question alone, without demonstrations. `m` is scratch. */
const struct exam_image *said_question(const struct lexicon *l,
                                       const struct prompt *p,
                                       const struct exam_question *q,
                                       struct messages *m,
                                       struct utterance *out);

/* Appends an answer and the end mark. */
void said_answer(const struct lexicon *l, struct text answer,
                 struct utterance *out);

/* Takes into a lexicon what all messages by a prompt have in common: its
 * system message and the lines without slots. Returns EXIT_OK, or what to exit
 * with (told). */
enum exit_status said_learn(struct lexicon *l, const char *prompt);

#endif
