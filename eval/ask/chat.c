#include "config.h"

#include "ask/chat.h"

#include <string.h>

#include "diag.h"
#include "http_url.h"

#define TEXT_LIMIT 240 /* bytes that are told of a reply */

int chat_open(struct chat *c, const struct chat_options *o)
{
    *c = (struct chat){.options = *o};
    size_t len = strlen(o->url);
    while (len > 0 && o->url[len - 1] == '/')
        len--;
    buf_add(&c->base, o->url, len);
    c->http = (struct http){
        .key = o->key,
        .home = buf_string(&c->base),
        .timeout_s = o->timeout_s,
        .retries = CHAT_RETRIES,
        .insecure = o->insecure,
    };
    if (o->key != NULL) {
        buf_printf(&c->authorization, "Bearer %s", o->key);
        c->http.authorization = buf_string(&c->authorization);
    }
    if (http_setup() < 0 ||
        http_multi_open(&c->multi, &c->http, o->jobs) < 0)
        return -1;
    if (o->most > 0)
        c->multi.budget = o->most;
    return 0;
}

void chat_close(struct chat *c)
{
    http_multi_close(&c->multi);
    chat_reader_release(&c->reader);
    buf_release(&c->base);
    if (c->authorization.data != NULL)
        explicit_bzero(c->authorization.data, c->authorization.cap);
    buf_release(&c->authorization);
    buf_release(&c->reply.body);
}

bool chat_room(const struct chat *c, uint64_t more)
{
    return http_multi_room(&c->multi) && c->multi.budget > more;
}

int chat_post(struct chat *c, size_t tag, const char *id, const char *path,
              struct buf *body)
{
    struct buf url = BUF_EMPTY;
    if (c->multi.budget == 0) {
        diag_at((struct diag_place){.id = id}, "no more requests may be sent");
        return -1;
    }
    buf_add(&url, c->base.data, c->base.len);
    buf_puts(&url, path);
    int rc = http_multi_start(&c->multi, tag, id, buf_string(&url), body);
    buf_release(&url);
    return rc;
}

int chat_next(struct chat *c, struct http_landing *landing)
{
    return http_multi_next(&c->multi, landing, &c->reply);
}

/* Tells of the server, with the key covered and then cut to a line that can be
 * read, and a hint behind it or NULL. */
static void tell(struct chat *c, const char *id, struct buf *text,
                 const char *hint)
{
    struct buf server = BUF_EMPTY;
    if (c->multi.mute)
        return;
    buf_string(text);
    http_redact(&c->http, text->data);
    http_url_show(c->options.url, &server);
    diag_at((struct diag_place){.id = id}, "%s %.*s%s%s%s",
            buf_string(&server), TEXT_LIMIT, text->data,
            hint != NULL ? " (" : "", hint != NULL ? hint : "",
            hint != NULL ? ")" : "");
    buf_release(&server);
}

void chat_fail(struct chat *c, const char *id, const char *why)
{
    struct buf text = BUF_EMPTY;
    buf_printf(&text, "sent a reply that %s", why);
    tell(c, id, &text, NULL);
    buf_release(&text);
}

/* True if a text has one of the words, letter case aside. */
static bool mentions(const char *text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strcasestr(text, *words) != NULL)
            return true;
    return false;
}

static bool says_no_picture(const char *said)
{
    static const char *const words[] = {"image", "multimodal", "multi-modal",
                                        "vision", "mmproj", NULL};
    return mentions(said, words);
}

static bool says_no_model(const char *said)
{
    static const char *const words[] = {"not found", "does not exist",
                                        "no such", "not_found", NULL};
    return strcasestr(said, "model") != NULL && mentions(said, words);
}

static bool says_too_large(const char *said)
{
    static const char *const words[] = {"too large", "too big", "exceeds",
                                        NULL};
    return mentions(said, words);
}

/* Whether no question would fare better with such a reply. */
static bool is_hopeless(const struct http_reply *reply, const char *said)
{
    static const char *const money[] = {"insufficient_quota",
                                        "billing_hard_limit", NULL};
    switch (reply->status) {
    case 401:
    case 402:
    case 403:
    case 404:
    case 405:
        return true;
    case 400:
    case 429:
        return reply->wait_s > 0 || says_no_model(said) ||
               mentions(said, money);
    default:
        return reply->status < 400;
    }
}

/* What may be done about it, or NULL. */
static const char *hint_for(const struct chat *c, long status,
                            const char *said, bool pictures)
{
    static const char *const logprobs[] = {"logprobs", NULL};
    if (status == 401 || status == 403)
        return c->options.key != NULL ? "is the key right?"
                                      : "does it want a key? see --key";
    if ((status == 404 || status == 400) && says_no_model(said))
        return "is the name of --model one of the server's?";
    if (status == 404 || status == 405)
        return "the address of an API mostly ends in /v1";
    if (status == 413 || (pictures && says_too_large(said)))
        return pictures ? "is the picture too large for the server?" : NULL;
    if (pictures && status != 429 && says_no_picture(said))
        return "does the model take pictures? -k goes on with what has none";
    if (status == 400 && mentions(said, logprobs))
        return "--no-logprobs asks for none";
    return NULL;
}

/* Appends what a reply that is no success says. */
static void add_reason(struct chat *c, struct buf *said)
{
    const struct http_reply *reply = &c->reply;
    if (reply->status >= 300 && reply->status < 400)
        buf_puts(said, "a redirect, which is not followed");
    else if (reply->wait_s > 0)
        buf_printf(said, "and asks to wait %ld s", reply->wait_s);
    else
        chat_reply_reason(&c->reader, &reply->body, said);
}

/* Tells of a status that is no success. */
static enum chat_result judge_status(struct chat *c, const char *id,
                                     bool pictures)
{
    struct buf said = BUF_EMPTY, text = BUF_EMPTY;
    long status = c->reply.status;
    add_reason(c, &said);
    const char *hint = hint_for(c, status, buf_string(&said), pictures);
    /* All of the body: codes of errors stand beside what is said. */
    bool hopeless = is_hopeless(&c->reply, buf_string(&c->reply.body));
    buf_printf(&text, "answers %ld: %s", status, buf_string(&said));
    tell(c, id, &text, hint);
    buf_release(&said);
    buf_release(&text);
    return hopeless ? CHAT_HOPELESS : CHAT_FAILED;
}

enum chat_result chat_judge(struct chat *c, const struct http_landing *landing,
                            const char *id, bool pictures)
{
    enum chat_result result = CHAT_REPLIED;
    if (!landing->came)
        result = landing->refused ? CHAT_HOPELESS : CHAT_FAILED;
    else if (c->reply.status < 200 || c->reply.status > 299)
        result = judge_status(c, id, pictures);
    if (result == CHAT_HOPELESS)
        c->multi.mute = true;
    return result;
}

static void cover(const struct chat *c, struct buf *text)
{
    buf_string(text);
    http_redact(&c->http, text->data);
}

void chat_check(struct chat *c, struct reply *r)
{
    cover(c, &r->reported);
    cover(c, &r->fingerprint);
    cover(c, &r->finish);
    const char *reported = buf_string(&r->reported);
    if (c->surprised || r->reported.len == 0 ||
        strcmp(reported, c->options.model) == 0)
        return;
    c->surprised = true;
    struct buf text = BUF_EMPTY;
    buf_printf(&text, "answers as the model '%s', not '%s'", reported,
               c->options.model);
    tell(c, NULL, &text, NULL);
    buf_release(&text);
}
