/* Texts scored by a model that did not choose them: what a question has of
 * them, how a server is asked, and what it replies.
 *
 * Request, POST /v1/score:
 *
 *   {"model":M,"messages":[as in a chat],
 *    "texts":[{"text":"reference","content":TEXT},..]}
 *
 * Reply, with as many texts as were asked for, whatever their order:
 *
 *   {"model":..,"system_fingerprint":..,"scored":[
 *      {"text":"reference","logprob":[-0.5,..],"greedy":[1,..],
 *       "mean":[..],"var":[..],"bytes":N},..]}
 *
 * The last four may be left out, and null stands for that; the length that is
 * written is of the text that was sent. */
#ifndef SCORED_H
#define SCORED_H

#include <stdbool.h>
#include <stddef.h>

#include "ask/chat_reply.h"
#include "ask/messages.h"
#include "ask/pictures.h"
#include "buf.h"
#include "exam/answers.h"
#include "exam/exam.h"

struct scored_text {
    enum answer_kind kind;
    struct text text;
};

/* The texts of a question: of a choice the options; else what is right, and of
 * an open question that in other words and what is wrong. Returns how many. */
size_t scored_texts(const struct exam_question *q,
                    struct scored_text texts[ANSWER_KINDS]);

/* Appends the request. Returns 0, or -1 (told, with `id`). */
int scored_request(const char *model, const struct messages *m,
                   const struct exam_question *q, struct pictures *pictures,
                   const char *id, struct buf *out);

/* Reads a reply about a question and appends the member's JSON, in the order of
 * scored_texts(). Returns NULL, or a static text that goes on "a reply that
 * ...". */
const char *scored_reply(struct chat_reader *c, const struct buf *body,
                         const struct exam_question *q, struct buf *out);

/* Appends one text's object as a log has it; its kind is not looked at, but
 * `name`. */
void scored_write(const char *name, const struct answer_scored *s,
                  size_t bytes, struct buf *out);

#endif
