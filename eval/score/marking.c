#include "config.h"

#include "marking.h"

#include <math.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

#include "alloc.h"
#include "buf.h"
#include "cores.h"
#include "measures/row.h"

#define THREAD_QUESTIONS 1000 /* from so many on, a thread marks half */
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

/* A run of questions, which may be marked by a thread of its own. */
struct span {
    const struct marking *marking;
    struct book *book;
    size_t first, last; /* questions; the last is not among them */
    struct marker marker;
    struct buf text;
};

static struct mark mark(struct span *s, size_t question, struct text reply)
{
    return mark_reply(&s->marker, s->marking->marks, question, reply.text,
                      reply.len, s->marking->rules);
}

/* Marks the answer of a run, if there is one. */
static void mark_answer(struct span *s, struct run *r, size_t question)
{
    const struct exam_question *q = &s->book->exam->questions[question];
    const struct answer *a = &r->answers.list[question];
    struct reply *reply = &r->replies[question];
    if (!a->present)
        return;
    reply->answered = true;
    reply->mark = mark(s, question, a->response);
    if (q->task == EXAM_CHOICE)
        reply->likelihood = reply_likelihood(q, a);
    if (q->task == EXAM_OPEN)
        reply->factuality = factuality(s->marking->verdicts, question, a);
}

/* A reply that is the letter of an option. */
static void choose(const struct exam_question *q, unsigned letter,
                   struct reply *reply)
{
    reply->answered = true;
    reply->mark.correct = q->answer.text[0] == (char)('A' + letter);
}

/* Marks what is answered by who knows nobody. */
static void mark_floors(struct span *s, size_t question)
{
    const struct book *b = s->book;
    const struct priors *p = s->marking->priors;
    const struct exam_question *q = &b->exam->questions[question];
    if (q->task == EXAM_CHOICE) {
        choose(q, prior_choice(p, q), &b->prior[question]);
        choose(q, familiar_choice(p, q), &b->familiar[question]);
        return;
    }
    buf_clear(&s->text);
    prior_answer(p, q, &s->text);
    struct text reply = {buf_string(&s->text), s->text.len};
    b->prior[question].answered = true;
    b->prior[question].mark = mark(s, question, reply);
}

static void *mark_span(void *argument)
{
    struct span *s = argument;
    for (size_t i = s->first; i < s->last; i++) {
        if (!s->book->asked[i])
            continue;
        mark_floors(s, i);
        for (size_t k = 0; k < s->book->run_count; k++)
            mark_answer(s, &s->book->runs[k], i);
    }
    mark_release(&s->marker);
    buf_release(&s->text);
    return NULL;
}

/* Replies to all questions, none of them answered. */
static struct reply *no_replies(const struct exam *e)
{
    struct reply *replies = xcalloc(e->question_count + 1, sizeof *replies);
    for (size_t i = 0; i < e->question_count; i++)
        replies[i].likelihood = replies[i].factuality = NAN;
    return replies;
}

/* Half of it by another thread, where it is worth one. */
void marking_book(const struct marking *m, struct book *b)
{
    size_t count = b->exam->question_count;
    struct span all = {.marking = m, .book = b, .last = count}, half = all;
    pthread_t thread;
    b->prior = no_replies(b->exam);
    b->familiar = no_replies(b->exam);
    for (size_t i = 0; i < b->run_count; i++)
        b->runs[i].replies = no_replies(b->exam);
    half.last = all.first = count / 2;
    if (count < THREAD_QUESTIONS || cores_count(2) < 2 ||
        pthread_create(&thread, NULL, mark_span, &half) != 0) {
        all.first = 0;
        mark_span(&all);
        return;
    }
    mark_span(&all);
    pthread_join(thread, NULL);
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
    struct rows rows = {&r->measures, &r->absent};
    struct text all = {NULL, 0};
    row_measure(&rows, "judge_agreement", all,
                (double)agreed / (double)judged, judged);
    row_measure(&rows, "judge_missing", all,
                (double)(asked - judged) / (double)asked, asked);
}
