#include "config.h"

#include "marking.h"

#include <math.h>
#include <stdlib.h>

#include "alloc.h"
#include "buf.h"
#include "json_write.h"
#include "number.h"

#define GOOD 5 /* a score above says that the answer is right */

/* What a judge's score counts, or NAN. */
static double factuality(const struct verdicts *v, size_t question,
                         const struct answer *a)
{
    const struct verdict *found = verdicts_find(v, question, a->response);
    if (found == NULL || found->score < 0)
        return NAN;
    return (double)found->score / VERDICT_MOST;
}

static struct mark mark(struct marking *m, size_t question, struct text reply)
{
    return mark_reply(&m->marker, m->marks, question, reply.text, reply.len,
                      m->rules);
}

void marking_run(struct marking *m, const struct book *b, struct run *r)
{
    const struct exam *e = b->exam;
    r->replies = xcalloc(e->question_count + 1, sizeof *r->replies);
    for (size_t i = 0; i < e->question_count; i++) {
        const struct exam_question *q = &e->questions[i];
        const struct answer *a = &r->answers.list[i];
        struct reply *reply = &r->replies[i];
        reply->likelihood = reply->factuality = NAN;
        if (!b->asked[i] || !a->present)
            continue;
        reply->answered = true;
        reply->mark = mark(m, i, a->response);
        if (q->task == EXAM_CHOICE)
            reply->likelihood = reply_likelihood(q, a);
        if (q->task == EXAM_OPEN)
            reply->factuality = factuality(m->verdicts, i, a);
    }
}

/* A reply that is the letter of an option. */
static void choose(const struct exam_question *q, unsigned letter,
                   struct reply *reply)
{
    *reply = (struct reply){.answered = true,
                            .likelihood = NAN,
                            .factuality = NAN};
    reply->mark.correct = q->answer.text[0] == (char)('A' + letter);
}

void marking_floors(struct marking *m, struct book *b, const struct priors *p)
{
    const struct exam *e = b->exam;
    struct buf text = BUF_EMPTY;
    for (size_t i = 0; i < e->question_count; i++) {
        const struct exam_question *q = &e->questions[i];
        struct reply *prior = &b->prior[i];
        if (!b->asked[i])
            continue;
        if (q->task == EXAM_CHOICE) {
            choose(q, prior_choice(p, q), prior);
            choose(q, familiar_choice(p, q), &b->familiar[i]);
            continue;
        }
        buf_clear(&text);
        prior_answer(p, q, &text);
        *prior = (struct reply){.answered = true,
                                .likelihood = NAN,
                                .factuality = NAN};
        prior->mark = mark(m, i, (struct text){buf_string(&text), text.len});
    }
    buf_release(&text);
}

static void add_measure(struct buf *out, const char *name, double value,
                        size_t n)
{
    if (out->len > 0)
        buf_putc(out, ',');
    buf_puts(out, "\n{");
    json_write_member(out, "name", name);
    json_write_name(out, "set");
    buf_puts(out, "null");
    number_member(out, "value", value);
    json_write_member_u64(out, "n", n);
    number_member(out, "low", NAN);
    number_member(out, "high", NAN);
    buf_putc(out, '}');
}

void marking_agreement(const struct book *b, struct run *r)
{
    const struct exam *e = b->exam;
    size_t asked = 0, judged = 0, agreed = 0;
    for (size_t i = 0; i < e->question_count; i++) {
        const struct reply *reply = &r->replies[i];
        if (!b->asked[i] || e->questions[i].task != EXAM_OPEN)
            continue;
        asked++;
        if (isnan(reply->factuality))
            continue;
        bool good = reply->factuality * VERDICT_MOST > GOOD + 0.5;
        judged++;
        agreed += good == reply->mark.value;
    }
    if (judged == 0)
        return;
    add_measure(&r->measures, "judge_agreement",
                (double)agreed / (double)judged, judged);
    add_measure(&r->measures, "judge_missing",
                (double)(asked - judged) / (double)asked, asked);
}
