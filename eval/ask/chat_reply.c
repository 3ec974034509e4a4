#include "config.h"

#include "ask/chat_reply.h"

#include <string.h>

#include "ask/letters.h"
#include "exam/answer_line.h"

static bool member(struct value object, const char *name, struct value *v)
{
    return value_member(object, name, strlen(name), v);
}

/* Appends a string without NUL; nothing for any other value. */
static void add_string(struct chat_reader *c, struct value v, struct buf *out)
{
    size_t len;
    if (value_kind(v) != JSON_STRING)
        return;
    const char *text = value_string(v, &c->scratch, &len);
    for (size_t i = 0; i < len; i++)
        if (text[i] == '\0')
            buf_puts(out, "\xef\xbf\xbd");
        else
            buf_putc(out, text[i]);
}

static void add_member(struct chat_reader *c, struct value object,
                       const char *name, struct buf *out)
{
    struct value v;
    if (member(object, name, &v))
        add_string(c, v, out);
}

const char *chat_reader_index(struct chat_reader *c, const struct buf *body)
{
    c->scan.tape = &c->tape;
    c->scan.most = CHAT_REPLY_VALUES;
    if (body->len == 0)
        return "is empty";
    if (json_scan_check(&c->scan, body->data, body->len) < 0)
        return "is not JSON";
    return NULL;
}

/* The message of the first choice. Returns NULL, or what is wrong. */
static const char *read_message(struct chat_reader *c, struct value choice,
                                struct reply *r)
{
    struct value message, content;
    if (!member(choice, "message", &message) ||
        value_kind(message) != JSON_OBJECT)
        return "has no message";
    bool there = member(message, "content", &content);
    if (there && value_kind(content) == JSON_STRING)
        add_string(c, content, &r->response);
    else if (!there || value_kind(content) == JSON_NULL)
        add_member(c, message, "refusal", &r->response);
    else
        return "has a message that is no text";
    add_member(c, choice, "finish_reason", &r->finish);
    return NULL;
}

const char *chat_reply_read(struct chat_reader *c, const struct buf *body,
                            bool letters, struct reply *r)
{
    struct value root = {&c->tape, 0}, choices, v;
    const char *why = chat_reader_index(c, body);
    if (why != NULL)
        return why;
    if (!member(root, "choices", &choices) ||
        value_kind(choices) != JSON_ARRAY ||
        c->tape.nodes[choices.node].size == 0)
        return member(root, "error", &v) ? "tells of an error"
                                         : "has no choices";
    struct value choice = {&c->tape, choices.node + 1};
    why = read_message(c, choice, r);
    if (why != NULL)
        return why;
    add_member(c, root, "model", &r->reported);
    add_member(c, root, "system_fingerprint", &r->fingerprint);
    if (member(root, "usage", &v)) {
        r->prompt_tokens = answer_line_count(v, "prompt_tokens");
        r->completion_tokens = answer_line_count(v, "completion_tokens");
    }
    if (letters && member(choice, "logprobs", &v))
        r->lettered = letters_read(v, &c->scratch, r->letters);
    return NULL;
}

/* Appends the first member that is a text with something in it. */
static bool add_first(struct chat_reader *c, struct value object,
                      const char *const *names, struct buf *out)
{
    size_t before = out->len;
    for (; *names != NULL && out->len == before; names++)
        add_member(c, object, *names, out);
    return out->len > before;
}

/* What an error's object says: OpenAI's {"error":{"message":..}}, FastAPI's
 * {"detail":[{"msg":..}]}, and their like. */
static bool add_said(struct chat_reader *c, struct buf *out)
{
    static const char *const inner[] = {"message", "msg", "type", "code",
                                        NULL};
    static const char *const outer[] = {"message", "detail", "error", NULL};
    struct value root = {&c->tape, 0}, v;
    if (member(root, "error", &v) && add_first(c, v, inner, out))
        return true;
    if (member(root, "detail", &v) && value_kind(v) == JSON_ARRAY &&
        c->tape.nodes[v.node].size > 0 &&
        add_first(c, (struct value){&c->tape, v.node + 1}, inner, out))
        return true;
    return add_first(c, root, outer, out);
}

void chat_reply_reason(struct chat_reader *c, const struct buf *body,
                       struct buf *out)
{
    size_t start = out->len;
    if (body->len == 0)
        buf_puts(out, "and says no more");
    else if (chat_reader_index(c, body) != NULL || !add_said(c, out))
        buf_add(out, body->data, body->len);
    for (size_t i = start; i < out->len; i++)
        if (out->data[i] == '\0' || out->data[i] == '\n' ||
            out->data[i] == '\r')
            out->data[i] = ' ';
}

void chat_reader_release(struct chat_reader *c)
{
    json_scan_release(&c->scan);
    json_tape_release(&c->tape);
    buf_release(&c->scratch);
}
