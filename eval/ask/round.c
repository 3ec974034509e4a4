#include "config.h"

#include "ask/round.h"

#include "ask/turns.h"

/* A round while it lasts. */
struct state {
    const struct round *round;
    size_t count;          /* questions to ask */
    size_t started;        /* of them */
    struct turns turns;    /* by place in the plan */
    bool ending;           /* no more are started */
    enum exit_status status;
    struct messages messages;
    struct reply reply;
    struct buf time;
    struct progress progress;
};

/* The place of a question in the plan, which is in order. */
static size_t find(const struct plan *p, size_t question)
{
    size_t from = 0, to = p->count;
    while (to - from > 1) {
        size_t mid = (from + to) / 2;
        if (p->list[mid] <= question)
            from = mid;
        else
            to = mid;
    }
    return from;
}

static void fail(struct state *s, enum exit_status status)
{
    if (status > s->status)
        s->status = status;
    s->ending = true;
}

/* The messages for a question, until the next one's. */
static const struct messages *make_messages(struct state *s, size_t question)
{
    const struct answer_run *run = s->round->run;
    compose(&s->messages, run->prompt, run->shots, run->exam,
            &run->exam->questions[question]);
    return &s->messages;
}

/* Starts questions while there is room. */
static void start(struct state *s)
{
    const struct round *r = s->round;
    while (!s->ending && s->started < s->count && asker_room(r->asker) &&
           (r->as_done || s->started - s->turns.settled < ROUND_AHEAD)) {
        size_t question = r->plan->list[s->started];
        if (asker_start(r->asker, question, make_messages(s, question)) < 0)
            fail(s, EXIT_SYSTEM);
        else
            s->started++;
    }
}

static int put_time(struct state *s)
{
    const struct round *r = s->round;
    if (r->times == NULL)
        return 0;
    buf_clear(&s->time);
    answer_write_time(r->run, &s->reply, &s->time);
    return journal_put(r->times, s->time.data, s->time.len);
}

/* Deals with the reply that came. */
static void take(struct state *s)
{
    size_t place = find(s->round->plan, s->reply.question);
    if (s->reply.failed) {
        if (s->status < EXIT_SYSTEM)
            s->status = EXIT_SYSTEM;
        if (s->reply.fatal || !s->round->keep_going)
            s->ending = true;
    } else {
        answer_write(s->round->run, make_messages(s, s->reply.question),
                     &s->reply, turns_line(&s->turns, place));
        if (put_time(s) < 0)
            fail(s, EXIT_SYSTEM);
    }
    if (turns_end(&s->turns, place) < 0)
        fail(s, EXIT_SYSTEM);
    progress_step(&s->progress);
}

/* Has all that is known written before a wait. */
static void flush(struct state *s)
{
    const struct round *r = s->round;
    if (!asker_waits(r->asker))
        return;
    if (journal_flush(r->log) < 0 ||
        (r->times != NULL && journal_flush(r->times) < 0))
        fail(s, EXIT_SYSTEM);
}

static void release(struct state *s)
{
    turns_release(&s->turns);
    messages_release(&s->messages);
    reply_release(&s->reply);
    buf_release(&s->time);
}

enum exit_status round_run(const struct round *r)
{
    size_t count = r->plan->count;
    if (r->most > 0 && r->most < count)
        count = r->most;
    struct state s = {.round = r, .count = count};
    turns_init(&s.turns, r->log, count, r->as_done);
    progress_start(&s.progress, r->progress, "questions", count);
    for (int more = 1; more > 0;) {
        start(&s);
        flush(&s);
        more = asker_next(r->asker, &s.reply);
        if (more > 0)
            take(&s);
        else if (more < 0)
            fail(&s, EXIT_SYSTEM);
    }
    progress_end(&s.progress);
    release(&s);
    return s.status;
}
