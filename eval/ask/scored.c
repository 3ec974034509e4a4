#include "config.h"

#include "ask/scored.h"

#include <string.h>

#include "ask/chat_request.h"
#include "exam/answer_scores.h"
#include "json_write.h"

#define ROUNDING 1e-4 /* above 0 that a log-probability may be */

static size_t add(struct scored_text texts[ANSWER_KINDS], size_t count,
                  int kind, struct text text)
{
    if (text.text == NULL)
        return count;
    texts[count] = (struct scored_text){(enum answer_kind)kind, text};
    return count + 1;
}

size_t scored_texts(const struct exam_question *q,
                    struct scored_text texts[ANSWER_KINDS])
{
    size_t count = 0;
    if (q->task == EXAM_CHOICE) {
        for (int i = 0; i < EXAM_OPTIONS; i++)
            count = add(texts, count, ANSWER_OPTION + i, q->options[i]);
        return count;
    }
    count = add(texts, count, ANSWER_REFERENCE, q->answer);
    count = add(texts, count, ANSWER_PARAPHRASE, q->paraphrase);
    for (int i = 0; i < EXAM_PERTURBED && q->perturbed != NULL; i++)
        count = add(texts, count, ANSWER_PERTURBED + i,
                    q->perturbed[i].answer);
    return count;
}

int scored_request(const char *model, const struct messages *m,
                   const struct exam_question *q, struct pictures *pictures,
                   const char *id, struct buf *out)
{
    struct scored_text texts[ANSWER_KINDS];
    size_t count = scored_texts(q, texts);
    if (chat_request_begin(model, m, pictures, id, out) < 0)
        return -1;
    json_write_name(out, "texts");
    for (size_t i = 0; i < count; i++) {
        buf_puts(out, i == 0 ? "[{" : ",{");
        json_write_member(out, "text", answer_kind_name(texts[i].kind));
        json_write_name(out, "content");
        json_write_string(out, texts[i].text.text, texts[i].text.len);
        buf_putc(out, '}');
    }
    buf_puts(out, count == 0 ? "[]}" : "]}");
    return 0;
}

static void add_numbers(struct buf *out, const char *name,
                        const double *numbers, size_t count)
{
    if (numbers == NULL)
        return;
    json_write_name(out, name);
    buf_putc(out, '[');
    for (size_t i = 0; i < count; i++)
        buf_printf(out, i == 0 ? "%.9g" : ",%.9g", numbers[i]);
    buf_putc(out, ']');
}

void scored_write(const char *name, const struct answer_scored *s,
                  size_t bytes, struct buf *out)
{
    buf_putc(out, '{');
    json_write_member(out, "text", name);
    add_numbers(out, "logprob", s->logprob, s->tokens);
    add_numbers(out, "greedy", s->greedy, s->tokens);
    add_numbers(out, "mean", s->mean, s->tokens);
    add_numbers(out, "var", s->var, s->tokens);
    json_write_member_u64(out, "bytes", bytes);
    buf_putc(out, '}');
}

/* What is wrong with the numbers of a text, or NULL. */
static const char *wrong(const struct answer_scored *s)
{
    if (s->tokens == 0)
        return "scores a text of no tokens";
    for (size_t i = 0; i < s->tokens; i++) {
        if (s->logprob[i] > ROUNDING)
            return "has a log-probability above 0";
        if (s->greedy != NULL && s->greedy[i] != 0 && s->greedy[i] != 1)
            return "has a 'greedy' that is neither 0 nor 1";
        if (s->var != NULL && s->var[i] < 0)
            return "has a variance below 0";
    }
    return NULL;
}

/* Appends the texts that were asked for. Returns NULL, or what is wrong. */
static const char *add_all(const struct answer *a,
                           const struct exam_question *q, struct buf *out)
{
    struct scored_text texts[ANSWER_KINDS];
    size_t count = scored_texts(q, texts);
    if (a->scored_count != count)
        return "scores other texts than were asked for";
    for (size_t i = 0; i < count; i++) {
        const struct answer_scored *s = answer_scored(a, texts[i].kind);
        const char *why =
            s != NULL ? wrong(s) : "scores other texts than were asked for";
        if (why != NULL)
            return why;
        buf_putc(out, i == 0 ? '[' : ',');
        scored_write(answer_kind_name(s->kind), s, texts[i].text.len, out);
    }
    buf_puts(out, count == 0 ? "[]" : "]");
    return NULL;
}

const char *scored_reply(struct chat_reader *c, const struct buf *body,
                         const struct exam_question *q, struct buf *out)
{
    struct value root = {&c->tape, 0}, list;
    struct answer answer = {.present = false};
    struct pool pool = {0};
    const char *why = chat_reader_index(c, body);
    if (why == NULL && !value_member(root, "scored", 6, &list))
        why = "has no member 'scored'";
    if (why == NULL && answer_scores_read(&answer, list, &pool) != NULL)
        why = "has a member 'scored' that is not as palimpsest-answers(5) says";
    if (why == NULL)
        why = add_all(&answer, q, out);
    pool_release(&pool);
    return why;
}
