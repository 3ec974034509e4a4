#include "config.h"

#include "exchange.h"

#include <stdarg.h>
#include <string.h>

#include "diag.h"
#include "http_url.h"
#include "reply.h"

#define TEXT_LIMIT 240 /* bytes that are told of a reply */

enum backend_result exchange_fail(struct backend *b, const char *id,
                                  enum backend_result result,
                                  const char *format, ...)
{
    struct buf server = BUF_EMPTY, text = BUF_EMPTY;
    va_list args;
    va_start(args, format);
    buf_vprintf(&text, format, args);
    va_end(args);
    buf_string(&text);
    http_redact(&b->http, text.data); /* before it is cut */
    http_url_show(b->options.url, &server);
    diag_at((struct diag_place){.id = id}, "%s %.*s", buf_string(&server),
            TEXT_LIMIT, text.data);
    buf_release(&server);
    buf_release(&text);
    return result;
}

/* A status 400 that no other request would fare better with. */
static bool is_unpaid(const struct http_reply *reply)
{
    static const char word[] = "billing_hard_limit_reached";
    return reply->body.len > 0 &&
           memmem(reply->body.data, reply->body.len, word, strlen(word)) !=
               NULL;
}

/* Tells of a status that is no success. */
static enum backend_result judge(struct backend *b, const char *id,
                                 const struct http_reply *reply)
{
    struct buf reason = BUF_EMPTY;
    enum backend_result result = BACKEND_FAILED;
    if ((reply->status == 400 || reply->status == 422) && !is_unpaid(reply))
        result = BACKEND_REFUSED;
    if (reply->status >= 300 && reply->status < 400)
        buf_puts(&reason, "a redirect, which is not followed");
    else if (reply->wait_s > 0)
        buf_printf(&reason, "and asks to wait %ld s", reply->wait_s);
    else
        reply_reason(&reply->body, &reason);
    exchange_fail(b, id, result, "answers %ld: %s", reply->status,
                  buf_string(&reason));
    buf_release(&reason);
    return result;
}

enum backend_result exchange_send(struct backend *b, const char *id,
                                  const struct http_request *request,
                                  struct http_reply *reply)
{
    if (http_send(&b->http, id, request, reply) < 0)
        return BACKEND_FAILED;
    if (reply->status >= 200 && reply->status < 300)
        return BACKEND_MADE;
    return judge(b, id, reply);
}

/* The same with `path` behind the server's address. */
static enum backend_result send_to(struct backend *b, const char *id,
                                   const char *path,
                                   struct http_request *request,
                                   struct http_reply *reply)
{
    struct buf url = BUF_EMPTY;
    buf_add(&url, b->base.data, b->base.len);
    buf_puts(&url, path);
    request->url = buf_string(&url);
    enum backend_result result = exchange_send(b, id, request, reply);
    buf_release(&url);
    return result;
}

enum backend_result exchange_get(struct backend *b, const char *id,
                                 const char *path, struct http_reply *reply)
{
    struct http_request request = {0};
    return send_to(b, id, path, &request, reply);
}

enum backend_result exchange_json(struct backend *b, const char *id,
                                  const char *path, const struct buf *json,
                                  struct http_reply *reply)
{
    struct http_request request = {.json = json};
    return send_to(b, id, path, &request, reply);
}

enum backend_result exchange_fields(struct backend *b, const char *id,
                                    const char *path, bool form,
                                    const struct fields *fields,
                                    struct http_reply *reply)
{
    struct http_part parts[HTTP_PARTS];
    struct buf json = BUF_EMPTY;
    struct http_request request = {0};
    if (form) {
        fields_form(fields, parts);
        request.parts = parts;
        request.count = fields->count;
    } else {
        fields_send(fields, &json);
        request.json = &json;
    }
    enum backend_result result = send_to(b, id, path, &request, reply);
    buf_release(&json);
    return result;
}
