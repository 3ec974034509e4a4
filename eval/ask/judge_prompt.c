#include "config.h"

#include "ask/judge_prompt.h"

#include <string.h>

#include "num.h"

enum slot { SLOT_QUESTION, SLOT_ANSWER, SLOT_REFERENCE, SLOTS };

static const char *const slots[] = {"question", "answer", "reference", NULL};

/* Reads "1 10". Returns NULL, or what is wrong. */
static const char *take_scale(struct judge_prompt *p, const char *text)
{
    size_t len = strcspn(text, " ");
    if (text[len] != ' ' ||
        !num_parse_bytes(text, len, 0, JUDGE_MOST, &p->least) ||
        !num_parse(text + len + 1, p->least + 1, JUDGE_MOST, &p->most))
        return "the scale is not two whole numbers up to 10, the lower first";
    p->scaled = true;
    return NULL;
}

static const char *take_part(struct judge_prompt *p, const char *name,
                             const char *text)
{
    if (strcmp(name, "scale") == 0 && !p->scaled)
        return take_scale(p, text);
    if (strcmp(name, "system") == 0 && p->system == NULL) {
        p->system = text;
        return NULL;
    }
    if (strcmp(name, "judge") != 0 || p->there)
        return "a part is there twice, or is none of a judge's";
    if (template_compile(&p->part, text, slots) < 0)
        return p->part.reason;
    p->there = true;
    if (template_uses(&p->part, SLOT_ANSWER) == 0 ||
        template_uses(&p->part, SLOT_REFERENCE) == 0)
        return "the judge is not shown answer and reference";
    return NULL;
}

enum exit_status judge_prompt_load(struct judge_prompt *p, const char *name)
{
    const char *part, *text, *reason = NULL;
    *p = (struct judge_prompt){.system = NULL};
    enum exit_status status = prompt_file_load(&p->file, name);
    if (status != EXIT_OK)
        return status;
    while (reason == NULL && prompt_file_next(&p->file, &part, &text))
        reason = take_part(p, part, text);
    if (reason == NULL && (!p->scaled || !p->there))
        reason = "a judge's prompt has the parts [scale] and [judge]";
    return reason == NULL ? EXIT_OK : prompt_file_fail(&p->file, reason);
}

void judge_prompt_compose(const struct judge_prompt *p,
                          const struct exam_question *q, struct text answer,
                          struct messages *m)
{
    const struct template_value values[SLOTS] = {
        [SLOT_QUESTION] = {q->question.text, q->question.len, ""},
        [SLOT_ANSWER] = {answer.text, answer.len, ""},
        [SLOT_REFERENCE] = {q->answer.text, q->answer.len, ""},
    };
    messages_clear(m);
    if (p->system != NULL) {
        messages_begin(m, MESSAGE_SYSTEM, NULL);
        buf_puts(&m->text, p->system);
        messages_end(m);
    }
    messages_begin(m, MESSAGE_USER, NULL);
    template_render(&p->part, values, false, &m->text);
    messages_end(m);
}

/* Reads the members of the object that was said. */
static const char *read_members(const struct judge_prompt *p,
                                struct chat_reader *c, unsigned *score,
                                struct buf *reason)
{
    struct value root = {&c->tape, 0}, v;
    uint64_t number;
    size_t len, known = 1;
    if (!value_member(root, "score", 5, &v) ||
        value_kind(v) != JSON_NUMBER)
        return "has no number as its 'score'";
    const char *text = value_raw(v, &len);
    if (!num_parse_bytes(text, len, p->least, p->most, &number))
        return "has a score that is not a whole number on the scale";
    *score = (unsigned)number;
    if (value_member(root, "reason", 6, &v)) {
        if (value_kind(v) != JSON_STRING)
            return "has a reason that is no string";
        text = value_string(v, &c->scratch, &len);
        buf_add(reason, text, len);
        known++;
    }
    return c->tape.nodes[0].size == known
               ? NULL
               : "has other members than 'score' and 'reason'";
}

const char *judge_prompt_read(const struct judge_prompt *p,
                              struct chat_reader *c, const struct buf *said,
                              unsigned *score, struct buf *reason)
{
    buf_clear(reason);
    if (chat_reader_index(c, said) != NULL || !c->scan.is_object)
        return "is no JSON object";
    return read_members(p, c, score, reason);
}

void judge_prompt_again(struct messages *m, const struct buf *said,
                        const char *why)
{
    messages_begin(m, MESSAGE_ASSISTANT, NULL);
    if (said->len > 0)
        buf_add(&m->text, said->data, said->len);
    messages_end(m);
    messages_begin(m, MESSAGE_USER, NULL);
    buf_printf(&m->text,
               "That is no verdict: it %s. Reply with the JSON object alone.",
               why);
    messages_end(m);
}

void judge_prompt_release(struct judge_prompt *p)
{
    prompt_file_release(&p->file);
    template_release(&p->part);
}
