#include "config.h"

#include "backend.h"

#include <stdlib.h>
#include <string.h>

#include "backend_kinds.h"
#include "base64.h"
#include "datadir.h"
#include "http_url.h"
#include "json_write.h"
#include "num.h"

#define CFG_PLACES 4   /* digits behind the point */
#define CFG_MAX 10000000 /* 1000, in those units */

static const char *const names[] = {
    [BACKEND_SDAPI] = "sdapi",
    [BACKEND_OPENAI] = "openai",
    [BACKEND_COMFY] = "comfy",
    [BACKEND_COMMAND] = "command",
};

/* What users may leave at the end of an address, since every path has it. */
static const char *const roots[BACKEND_KINDS] = {
    [BACKEND_SDAPI] = "/sdapi/v1",
    [BACKEND_OPENAI] = "/v1",
};

enum backend_kind backend_parse(const char *name)
{
    int i = 0;
    while (i < BACKEND_KINDS && strcmp(names[i], name) != 0)
        i++;
    return (enum backend_kind)i;
}

const char *backend_name(enum backend_kind kind)
{
    return names[kind];
}

static const char *refused_text(struct buf *why, const char *a, const char *b)
{
    buf_clear(why);
    buf_puts(why, a);
    buf_puts(why, b);
    return buf_string(why);
}

static const char *url_refused(const struct backend_options *o,
                               struct buf *why)
{
    const char *reason;
    if (o->url == NULL)
        return "needs an address (--url)";
    reason = http_url_refused(o->url, o->insecure);
    if (reason != NULL)
        return refused_text(why, "cannot use its address, which ", reason);
    if (strchr(o->url, '?') != NULL)
        return "cannot use its address, which has a query";
    return NULL;
}

static const char *key_refused(const struct backend_options *o)
{
    if (o->kind == BACKEND_SDAPI && o->key != NULL &&
        strchr(o->key, ':') == NULL)
        return "needs a key of the form user:password";
    return NULL;
}

const char *backend_refused(const struct backend_options *o, struct buf *why)
{
    uint64_t cfg;
    if (o->cfg != NULL && !num_parse_decimal(o->cfg, CFG_PLACES, CFG_MAX, &cfg))
        return "needs a decimal such as 3.5 as guidance (--cfg)";
    if (o->kind == BACKEND_COMMAND)
        return o->command != NULL ? NULL : "needs a command (--command)";
    const char *reason = url_refused(o, why);
    return reason != NULL ? reason : key_refused(o);
}

/* Cuts slashes and what every path begins with off the address. */
static void set_base(struct backend *b)
{
    const char *root = roots[b->options.kind];
    size_t len = strlen(b->options.url);
    while (len > 0 && b->options.url[len - 1] == '/')
        len--;
    size_t tail = root != NULL ? strlen(root) : 0;
    if (tail > 0 && len > tail &&
        memcmp(b->options.url + len - tail, root, tail) == 0)
        len -= tail;
    buf_add(&b->base, b->options.url, len);
}

static void set_authorization(struct backend *b)
{
    const char *key = b->options.key;
    if (key == NULL)
        return;
    if (b->options.kind == BACKEND_SDAPI) {
        buf_puts(&b->authorization, "Basic ");
        base64_encode(key, strlen(key), &b->authorization);
    } else {
        buf_printf(&b->authorization, "Bearer %s", key);
    }
    b->http.authorization = buf_string(&b->authorization);
}

static int open_workflow(struct backend *b)
{
    char *shipped = datadir_path("templates/portrait/comfy.json");
    const char *path = b->options.workflow;
    int rc = workflow_load(&b->workflow, path != NULL ? path : shipped);
    free(shipped);
    return rc;
}

int backend_open(struct backend *b, const struct backend_options *o)
{
    *b = (struct backend){.options = *o};
    b->http.key = o->key;
    b->http.timeout_s = o->timeout_s;
    b->http.retries = o->retries;
    b->http.insecure = o->insecure;
    if (o->kind == BACKEND_COMMAND)
        return 0;
    b->http.home = o->url;
    set_base(b);
    set_authorization(b);
    if (http_open(&b->http) == 0 &&
        (o->kind != BACKEND_COMFY || open_workflow(b) == 0))
        return 0;
    backend_close(b);
    return -1;
}

static enum backend_result make(struct backend *b,
                                const struct backend_request *request,
                                struct backend_reply *reply)
{
    switch (b->options.kind) {
    case BACKEND_SDAPI:
        return backend_sdapi(b, request, reply);
    case BACKEND_OPENAI:
        return backend_openai(b, request, reply);
    case BACKEND_COMFY:
        return backend_comfy(b, request, reply);
    case BACKEND_COMMAND:
        return backend_command(b, request, reply);
    default:
        return BACKEND_FAILED;
    }
}

enum backend_result backend_make(struct backend *b,
                                 const struct backend_request *request,
                                 struct backend_reply *reply)
{
    buf_clear(&reply->bytes);
    buf_clear(&reply->request_json);
    reply->has_seed = false;
    reply->model[0] = '\0';
    enum backend_result result = make(b, request, reply);
    http_redact(&b->http, reply->model);
    return result;
}

void backend_record(const char *path, const struct fields *fields,
                    struct buf *out)
{
    buf_putc(out, '{');
    json_write_member(out, "endpoint", path);
    json_write_name(out, "body");
    fields_record(fields, out);
    buf_putc(out, '}');
}

void backend_reply_release(struct backend_reply *reply)
{
    buf_release(&reply->bytes);
    buf_release(&reply->request_json);
}

void backend_close(struct backend *b)
{
    http_close(&b->http);
    workflow_release(&b->workflow);
    buf_release(&b->base);
    if (b->authorization.data != NULL)
        explicit_bzero(b->authorization.data, b->authorization.cap);
    buf_release(&b->authorization);
}
