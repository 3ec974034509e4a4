#include "config.h"

#include "ask/judging.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "ask/chat_request.h"
#include "ask/turns.h"
#include "ask/verdict_log.h"

/* An answer that a judge is asked about. */
struct job {
    bool busy;
    size_t turn;     /* of its line */
    unsigned tries;  /* how often the judge was asked */
    struct messages messages; /* owned */
    char id[RECORD_ID_LIMIT + 1];
};

struct state {
    const struct judging *judging;
    struct exam exam;
    struct answers answers;
    struct judge_prompt prompt;
    struct journal log;
    struct verdict_run run;
    size_t *list;  /* owned: questions to judge, in their order */
    size_t count, started;
    bool ending;   /* no more are started */
    enum exit_status status;
    struct chat chat;
    struct job *jobs;     /* owned */
    struct turns turns;
    struct reply reply;   /* that came last */
    struct buf reason;    /* what it says */
    struct progress progress;
};

static void fail(struct state *s, enum exit_status status)
{
    if (status > s->status)
        s->status = status;
    s->ending = true;
}

/* Lists the open questions that are answered and not judged before. */
static void list_questions(struct state *s, const bool *had)
{
    s->list = xmalloc(s->exam.question_count + 1, sizeof *s->list);
    for (size_t i = 0; i < s->exam.question_count; i++)
        if (s->exam.questions[i].task == EXAM_OPEN &&
            s->answers.list[i].present && !had[i])
            s->list[s->count++] = i;
}

/* Reads all there is. */
static enum exit_status load(struct state *s, const char *release)
{
    const struct judging *j = s->judging;
    enum exit_status status = judge_prompt_load(&s->prompt, j->prompt);
    if (status == EXIT_OK)
        status = exam_open(&s->exam, release, EXAM_ASKED);
    if (status == EXIT_OK)
        status = answers_read(&s->answers, &s->exam, j->answers);
    if (status != EXIT_OK)
        return status;
    if (journal_open(&s->log, j->output) < 0)
        return EXIT_SYSTEM;
    bool *had = xcalloc(s->exam.question_count + 1, sizeof *had);
    s->run = (struct verdict_run){&s->exam, &s->answers, &s->prompt,
                                  j->server.model};
    if (s->log.regular)
        status = verdict_resume(&s->run, &s->log, had);
    list_questions(s, had);
    free(had);
    return status;
}

/* Asks about an answer, for the first time or again. */
static int post(struct state *s, struct job *job)
{
    const struct chat_request request = {
        .model = s->judging->server.model,
        .max_tokens = s->judging->server.max_tokens,
        .json = true,
    };
    struct buf body = BUF_EMPTY;
    job->tries++;
    int rc = chat_request_write(&request, &job->messages, NULL, job->id,
                                &body);
    if (rc == 0)
        rc = chat_post(&s->chat, (size_t)(job - s->jobs), job->id,
                       "/chat/completions", &body);
    buf_release(&body);
    return rc;
}

static void start_one(struct state *s)
{
    size_t question = s->list[s->started];
    const struct exam_question *q = &s->exam.questions[question];
    struct job *job = s->jobs;
    while (job->busy)
        job++;
    job->busy = true;
    job->turn = s->started++;
    job->tries = 0;
    memcpy(job->id, q->id.text, q->id.len);
    job->id[q->id.len] = '\0';
    judge_prompt_compose(&s->prompt, q, s->answers.list[question].response,
                         &job->messages);
    if (post(s, job) == 0)
        return;
    job->busy = false;
    fail(s, EXIT_SYSTEM);
}

/* Reads the reply that came as a verdict. Returns NULL, with the score, or what
 * is wrong with it; *broken if that is for the server to mend. */
static const char *read_verdict(struct state *s, int *score, bool *broken)
{
    unsigned number = 0;
    struct chat *c = &s->chat;
    reply_clear(&s->reply);
    const char *why =
        chat_reply_read(&c->reader, &c->reply.body, false, &s->reply);
    *broken = why != NULL;
    if (why != NULL)
        return why;
    chat_check(c, &s->reply);
    why = judge_prompt_read(&s->prompt, &c->reader, &s->reply.response,
                            &number, &s->reason);
    *score = (int)number;
    return why;
}

/* Writes the verdict; the score is -1 where none was to be had. */
static void settle(struct state *s, const struct job *job, int score)
{
    s->reply.question = s->list[job->turn];
    s->reply.tries = job->tries;
    if (score < 0)
        buf_clear(&s->reason);
    verdict_write(&s->run, &s->reply, score, &s->reason,
                  turns_line(&s->turns, job->turn));
}

/* Takes the reply that came. Returns whether the answer is done with. */
static bool take(struct state *s, struct job *job,
                 const struct http_landing *landing)
{
    enum chat_result result = chat_judge(&s->chat, landing, job->id, false);
    int score = -1;
    bool broken = false;
    const char *why = NULL;
    if (result == CHAT_REPLIED)
        why = read_verdict(s, &score, &broken);
    if (broken)
        chat_fail(&s->chat, job->id, why);
    if (result != CHAT_REPLIED || broken) {
        s->status = EXIT_SYSTEM;
        if (result == CHAT_HOPELESS || !s->judging->keep_going)
            s->ending = true;
        return true;
    }
    if (why != NULL && job->tries < JUDGING_TRIES) {
        judge_prompt_again(&job->messages, &s->reply.response, why);
        if (post(s, job) == 0)
            return false;
        fail(s, EXIT_SYSTEM);
        return true;
    }
    settle(s, job, why == NULL ? score : -1);
    return true;
}

/* Starts what there is room for and has all that is known written. */
static void go_on(struct state *s)
{
    while (!s->ending && s->started < s->count && chat_room(&s->chat, 0))
        start_one(s);
    if (journal_flush(&s->log) < 0)
        fail(s, EXIT_SYSTEM);
}

/* Asks the judge about all answers. */
static void judge(struct state *s)
{
    struct http_landing landing;
    for (int more = 1; more > 0;) {
        go_on(s);
        more = chat_next(&s->chat, &landing);
        if (more < 0)
            fail(s, EXIT_SYSTEM);
        if (more <= 0 || !take(s, &s->jobs[landing.tag], &landing))
            continue;
        struct job *job = &s->jobs[landing.tag];
        job->busy = false;
        if (turns_end(&s->turns, job->turn) < 0)
            fail(s, EXIT_SYSTEM);
        progress_step(&s->progress);
    }
}

/* Opens the server and judges. */
static void run(struct state *s)
{
    const struct judging *j = s->judging;
    s->jobs = xcalloc(j->server.jobs, sizeof *s->jobs);
    turns_init(&s->turns, &s->log, s->count, j->as_done);
    progress_start(&s->progress, j->progress, "answers", s->count);
    if (chat_open(&s->chat, &j->server) == 0)
        judge(s);
    else
        fail(s, EXIT_SYSTEM);
    progress_end(&s->progress);
    chat_close(&s->chat);
    turns_release(&s->turns);
    for (size_t i = 0; i < j->server.jobs; i++)
        messages_release(&s->jobs[i].messages);
    free(s->jobs);
}

enum exit_status judging_run(const struct judging *j, const char *release)
{
    struct state s = {.judging = j};
    s.status = load(&s, release);
    if (s.status == EXIT_OK)
        run(&s);
    if (journal_close(&s.log) < 0)
        s.status = EXIT_SYSTEM;
    free(s.list);
    reply_release(&s.reply);
    buf_release(&s.reason);
    judge_prompt_release(&s.prompt);
    answers_close(&s.answers);
    exam_close(&s.exam);
    return s.status;
}
