#include "config.h"

#include "ask/compose.h"

static void add_question(struct messages *m, const struct prompt *p,
                         const struct exam_question *q)
{
    messages_begin(m, MESSAGE_USER, q->image);
    prompt_render(p, q, &m->text);
    messages_end(m);
}

void compose(struct messages *m, const struct prompt *p,
             const struct shots *s, const struct exam *e,
             const struct exam_question *q)
{
    const struct exam_question *shots[SHOTS_ROOM];
    size_t count = shots_for(s, e, q, shots, SHOTS_ROOM);
    messages_clear(m);
    if (p->system != NULL) {
        messages_begin(m, MESSAGE_SYSTEM, NULL);
        buf_puts(&m->text, p->system);
        messages_end(m);
    }
    for (size_t i = 0; i < count; i++) {
        add_question(m, p, shots[i]);
        messages_begin(m, MESSAGE_ASSISTANT, NULL);
        buf_add(&m->text, shots[i]->answer.text, shots[i]->answer.len);
        messages_end(m);
    }
    add_question(m, p, q);
}
