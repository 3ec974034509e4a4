#include "config.h"

#include "backend_kinds.h"

#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#include "clock.h"
#include "digest.h"
#include "exchange.h"
#include "http_url.h"
#include "json_write.h"
#include "reply_comfy.h"

#define FIRST_MS 250   /* between looks at the history; then twice as long */
#define LONGEST_MS 2000
#define LOST 3 /* looks that find the job neither done nor queued */

/* One picture on its way. */
struct job {
    struct backend *b;
    const struct backend_request *request;
    struct http_reply http; /* owned body: the last reply */
    struct buf ref;         /* owned: the portrait's name on the server */
    struct buf prefix;      /* owned: of the file that the server saves */
    struct buf id;          /* owned: the server's name for the job */
    struct buf query;       /* owned: where the picture is */
    int64_t deadline_ms;
};

static void job_release(struct job *j)
{
    buf_release(&j->http.body);
    buf_release(&j->ref);
    buf_release(&j->prefix);
    buf_release(&j->id);
    buf_release(&j->query);
}

static enum backend_result odd_reply(struct job *j, const char *why)
{
    return exchange_fail(j->b, j->request->id, BACKEND_FAILED,
                         "sent a reply that %s", why);
}

/* Stores the portrait on the server, under the name of its digest. */
static enum backend_result upload(struct job *j)
{
    const struct buf *file = j->request->reference;
    unsigned char digest[DIGEST_BYTES];
    char name[DIGEST_HEX + 1];
    const char *why;
    struct buf url = BUF_EMPTY;
    digest_bytes(file->data, file->len, digest);
    digest_to_hex(digest, name);
    struct http_part parts[] = {
        {"image", file->data, file->len, name, fields_image_type(file)},
        {"subfolder", "palimpsest", strlen("palimpsest"), NULL, NULL},
        {"overwrite", "true", strlen("true"), NULL, NULL},
    };
    buf_printf(&url, "%s/upload/image", buf_string(&j->b->base));
    struct http_request request = {buf_string(&url), NULL, parts,
                                   sizeof parts / sizeof *parts};
    enum backend_result result =
        exchange_send(j->b, j->request->id, &request, &j->http);
    buf_release(&url);
    if (result == BACKEND_MADE &&
        reply_comfy_upload(&j->http.body, &j->ref, &why) < 0)
        return odd_reply(j, why);
    return result;
}

/* A name that no run before has used: for a graph that it has seen, ComfyUI
 * answers from its cache, and saves nothing. */
static void make_prefix(struct job *j)
{
    uint32_t fresh = 0;
    if (getrandom(&fresh, sizeof fresh, 0) < 0)
        fresh = (uint32_t)clock_now_ms();
    buf_printf(&j->prefix, "palimpsest/%s_%u_%08x", j->request->id,
               j->request->seed, fresh);
}

/* Appends {"prompt":GRAPH,"client_id":..}. Returns 0, or -1 with `why`. */
static int write_body(struct job *j, struct buf *out, struct buf *why)
{
    const struct backend_options *o = &j->b->options;
    const struct backend_request *r = j->request;
    char seed[FIELDS_DIGITS], width[FIELDS_DIGITS], height[FIELDS_DIGITS],
        steps[FIELDS_DIGITS];
    snprintf(seed, sizeof seed, "%u", r->seed);
    snprintf(width, sizeof width, "%u", o->width);
    snprintf(height, sizeof height, "%u", o->height);
    snprintf(steps, sizeof steps, "%u", o->steps);
    struct workflow_values values = {{
        [WORKFLOW_PROMPT] = r->prompt,
        [WORKFLOW_NEGATIVE] = r->negative,
        [WORKFLOW_SEED] = seed,
        [WORKFLOW_WIDTH] = width,
        [WORKFLOW_HEIGHT] = height,
        [WORKFLOW_STEPS] = o->steps != 0 ? steps : NULL,
        [WORKFLOW_CFG] = o->cfg,
        [WORKFLOW_MODEL] = o->model,
        [WORKFLOW_REF] = r->reference != NULL ? buf_string(&j->ref) : NULL,
        [WORKFLOW_PREFIX] = buf_string(&j->prefix),
    }};
    buf_puts(out, "{\"prompt\":");
    if (workflow_fill(&j->b->workflow, r->reference != NULL, &values, out,
                      why) < 0)
        return -1;
    json_write_member(out, "client_id", "palimpsest");
    buf_putc(out, '}');
    return 0;
}

static enum backend_result queue(struct job *j)
{
    struct buf body = BUF_EMPTY, reason = BUF_EMPTY;
    const char *id = j->request->id, *why;
    enum backend_result result;
    make_prefix(j);
    if (write_body(j, &body, &reason) < 0)
        result = exchange_fail(j->b, id, BACKEND_FAILED, "is not asked: %s",
                               buf_string(&reason));
    else
        result = exchange_json(j->b, id, "/prompt", &body, &j->http);
    if (result == BACKEND_MADE &&
        reply_comfy_job(&j->http.body, &j->id, &why) < 0)
        result = odd_reply(j, why);
    buf_release(&body);
    buf_release(&reason);
    return result;
}

/* Looks at the history. BACKEND_MADE with an empty query: not done yet. */
static enum backend_result look(struct job *j)
{
    struct buf path = BUF_EMPTY, why = BUF_EMPTY;
    const char *id = buf_string(&j->id);
    buf_puts(&path, "/history/");
    http_url_escape(id, &path);
    enum backend_result result =
        exchange_get(j->b, j->request->id, buf_string(&path), &j->http);
    if (result == BACKEND_MADE) {
        enum reply_comfy_state state =
            reply_comfy_history(&j->http.body, id, &j->query, &why);
        if (state == REPLY_COMFY_FAILED || state == REPLY_COMFY_ODD)
            result = exchange_fail(j->b, j->request->id, BACKEND_FAILED, "%s",
                                   buf_string(&why));
    }
    buf_release(&path);
    buf_release(&why);
    return result;
}

/* Counts in *missed the looks at the queue that did not find the job. */
static enum backend_result look_at_queue(struct job *j, unsigned *missed)
{
    const char *id = j->request->id;
    enum backend_result result = exchange_get(j->b, id, "/queue", &j->http);
    if (result != BACKEND_MADE)
        return result;
    if (reply_comfy_queued(&j->http.body, buf_string(&j->id)))
        *missed = 0;
    else
        ++*missed;
    if (*missed >= LOST)
        return exchange_fail(j->b, id, BACKEND_FAILED,
                             "has lost the job: it is neither done nor in the "
                             "queue");
    if (clock_now_ms() >= j->deadline_ms)
        return exchange_fail(j->b, id, BACKEND_FAILED,
                             "has not made the picture in %u s",
                             j->b->options.timeout_s);
    return BACKEND_MADE;
}

/* Waits for the job, which may also be lost: a server that was started anew
 * has an empty history. */
static enum backend_result wait_for(struct job *j)
{
    unsigned missed = 0;
    int64_t pause_ms = FIRST_MS;
    for (;;) {
        enum backend_result result = look(j);
        if (result != BACKEND_MADE || j->query.len > 0)
            return result;
        result = look_at_queue(j, &missed);
        if (result != BACKEND_MADE)
            return result;
        clock_sleep_ms(pause_ms);
        pause_ms = pause_ms * 2 < LONGEST_MS ? pause_ms * 2 : LONGEST_MS;
    }
}

static enum backend_result fetch(struct job *j, struct buf *bytes)
{
    struct buf path = BUF_EMPTY;
    buf_printf(&path, "/view?%s", buf_string(&j->query));
    enum backend_result result =
        exchange_get(j->b, j->request->id, buf_string(&path), &j->http);
    if (result == BACKEND_MADE)
        buf_add(bytes, j->http.body.data, j->http.body.len);
    buf_release(&path);
    return result;
}

/* What the record keeps: the workflow's digest and the values put into it. */
static void write_record(const struct backend *b,
                         const struct backend_request *request,
                         struct buf *out)
{
    const struct backend_options *o = &b->options;
    struct fields f = {.count = 0};
    fields_text(&f, "workflow", b->workflow.sha256);
    fields_text(&f, "graph", request->reference != NULL ? "edit" : "make");
    if (o->model != NULL)
        fields_text(&f, "model", o->model);
    fields_text(&f, "prompt", request->prompt);
    fields_text(&f, "negative", request->negative);
    fields_number(&f, "seed", request->seed);
    fields_number(&f, "width", o->width);
    fields_number(&f, "height", o->height);
    if (o->steps != 0)
        fields_number(&f, "steps", o->steps);
    if (o->cfg != NULL)
        fields_decimal(&f, "cfg", o->cfg);
    if (request->reference != NULL)
        fields_image(&f, "ref", request->reference);
    backend_record("/prompt", &f, out);
}

enum backend_result backend_comfy(struct backend *b,
                                  const struct backend_request *request,
                                  struct backend_reply *reply)
{
    struct job j = {.b = b, .request = request};
    enum backend_result result = BACKEND_MADE;
    j.deadline_ms = clock_now_ms() + (int64_t)b->options.timeout_s * 1000;
    write_record(b, request, &reply->request_json);
    if (request->reference != NULL)
        result = upload(&j);
    if (result == BACKEND_MADE)
        result = queue(&j);
    if (result == BACKEND_MADE)
        result = wait_for(&j);
    if (result == BACKEND_MADE)
        result = fetch(&j, &reply->bytes);
    job_release(&j);
    return result;
}
