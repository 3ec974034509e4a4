#include "config.h"

#include "ask/client.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "ask/chat_request.h"
#include "ask/scored.h"

/* A question under way: first its chat, then, if it is asked for, the scores of
 * its texts. */
struct client_job {
    bool busy;
    bool scoring;
    struct reply reply; /* owned: what is known so far */
    struct buf request; /* owned: for the scores */
    bool pictures;      /* some are sent */
    char id[RECORD_ID_LIMIT + 1];
};

int client_open(struct client *c, const struct chat_options *o,
                const struct exam *e, const char *release)
{
    *c = (struct client){
        .exam = e,
        .pictures = {.folder = -1},
        .jobs = xcalloc(o->jobs, sizeof *c->jobs),
    };
    int rc = chat_open(&c->chat, o);
    return rc == 0 ? pictures_open(&c->pictures, release) : -1;
}

/* With every chat there are scores to be paid for later. */
bool client_room(const struct client *c)
{
    return chat_room(&c->chat, c->chat.options.score ? c->chatting + 1 : 0);
}

static const struct exam_question *question_of(const struct client *c,
                                               const struct client_job *job)
{
    return &c->exam->questions[job->reply.question];
}

/* Makes both requests. Returns 0, or -1 (told). */
static int make_requests(struct client *c, struct client_job *job,
                         const struct messages *m, struct buf *body)
{
    const struct chat_options *o = &c->chat.options;
    const struct exam_question *q = question_of(c, job);
    struct chat_request request = {
        .model = o->model,
        .max_tokens = o->max_tokens,
        .logprobs = o->logprobs && q->task == EXAM_CHOICE,
    };
    int rc = chat_request_write(&request, m, &c->pictures, job->id, body);
    if (rc == 0 && o->score)
        rc = scored_request(o->model, m, q, &c->pictures, job->id,
                            &job->request);
    return rc;
}

static void end_job(struct client_job *job)
{
    reply_release(&job->reply);
    buf_release(&job->request);
    *job = (struct client_job){.busy = false};
}

int client_start(struct client *c, size_t question, const struct messages *m)
{
    struct client_job *job = c->jobs;
    struct buf body = BUF_EMPTY;
    while (job->busy)
        job++;
    reply_clear(&job->reply);
    job->busy = true;
    job->reply.question = question;
    struct text id = question_of(c, job)->id;
    memcpy(job->id, id.text, id.len);
    job->id[id.len] = '\0';
    for (size_t i = 0; i < m->count; i++)
        job->pictures = job->pictures || m->list[i].image != NULL;
    int rc = make_requests(c, job, m, &body);
    if (rc == 0)
        rc = chat_post(&c->chat, (size_t)(job - c->jobs), job->id,
                       "/chat/completions", &body);
    if (rc == 0)
        c->chatting++;
    else
        end_job(job);
    buf_release(&body);
    return rc;
}

/* Reads the reply that came. Returns NULL, or what is wrong with it. */
static const char *read_reply(struct client *c, struct client_job *job)
{
    struct chat *chat = &c->chat;
    const struct exam_question *q = question_of(c, job);
    const struct buf *body = &chat->reply.body;
    if (job->scoring)
        return scored_reply(&chat->reader, body, q, &job->reply.scored);
    const char *why =
        chat_reply_read(&chat->reader, body,
                        chat->options.logprobs && q->task == EXAM_CHOICE,
                        &job->reply);
    if (why == NULL)
        chat_check(chat, &job->reply);
    return why;
}

/* Takes the reply that came. Returns whether the question is done with. */
static bool take(struct client *c, struct client_job *job,
                 const struct http_landing *landing)
{
    struct reply *r = &job->reply;
    enum chat_result result =
        chat_judge(&c->chat, landing, job->id, job->pictures);
    const char *why = result == CHAT_REPLIED ? read_reply(c, job) : NULL;
    if (why != NULL)
        chat_fail(&c->chat, job->id, why);
    r->fatal = result == CHAT_HOPELESS;
    r->failed = result != CHAT_REPLIED || why != NULL;
    r->tries += landing->tries;
    r->ms += landing->ms;
    c->chatting -= !job->scoring;
    if (r->failed || job->scoring || !c->chat.options.score)
        return true;
    job->scoring = true;
    r->failed = chat_post(&c->chat, (size_t)(job - c->jobs), job->id, "/score",
                          &job->request) < 0;
    return r->failed;
}

int client_next(struct client *c, struct reply *r)
{
    struct http_landing landing;
    int rc;
    while ((rc = chat_next(&c->chat, &landing)) > 0) {
        struct client_job *job = &c->jobs[landing.tag];
        if (!take(c, job, &landing))
            continue;
        struct reply done = job->reply;
        job->reply = *r;
        *r = done;
        end_job(job);
        return 1;
    }
    if (rc < 0)
        c->chat.multi.mute = true;
    return rc;
}

void client_close(struct client *c)
{
    for (size_t i = 0; i < c->chat.options.jobs && c->jobs != NULL; i++)
        end_job(&c->jobs[i]);
    free(c->jobs);
    c->jobs = NULL;
    chat_close(&c->chat);
    pictures_close(&c->pictures);
}
