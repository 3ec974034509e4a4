#include "config.h"

#include "ask/chat_request.h"

#include "json_write.h"

#define SEED 1 /* some servers take 0 for any */
#define TOP_LOGPROBS 20

/* Picture and text, in this order. */
static int add_parts(struct pictures *pictures, const struct message *message,
                     struct text text, const char *id, struct buf *out)
{
    const struct buf *url = pictures_url(pictures, message->image, id);
    if (url == NULL)
        return -1;
    buf_puts(out, "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"");
    buf_add(out, url->data, url->len); /* nothing in it needs an escape */
    buf_puts(out, "\"}},{\"type\":\"text\",\"text\":");
    json_write_string(out, text.text, text.len);
    buf_puts(out, "}]");
    return 0;
}

int chat_request_begin(const char *model, const struct messages *m,
                       struct pictures *pictures, const char *id,
                       struct buf *out)
{
    int rc = 0;
    buf_putc(out, '{');
    json_write_member(out, "model", model);
    json_write_name(out, "messages");
    for (size_t i = 0; i < m->count && rc == 0; i++) {
        const struct message *message = &m->list[i];
        struct text text = messages_text(m, i);
        buf_puts(out, i == 0 ? "[{" : ",{");
        json_write_member(out, "role", message_role_name(message->role));
        json_write_name(out, "content");
        if (message->image != NULL)
            rc = add_parts(pictures, message, text, id, out);
        else
            json_write_string(out, text.text, text.len);
        buf_putc(out, '}');
    }
    buf_putc(out, ']');
    return rc;
}

int chat_request_write(const struct chat_request *r, const struct messages *m,
                       struct pictures *pictures, const char *id,
                       struct buf *out)
{
    if (chat_request_begin(r->model, m, pictures, id, out) < 0)
        return -1;
    json_write_member_u64(out, "temperature", 0);
    json_write_member_u64(out, "top_p", 1);
    json_write_member_u64(out, "seed", SEED);
    json_write_member_u64(out, "max_tokens", r->max_tokens);
    if (r->logprobs) {
        json_write_name(out, "logprobs");
        buf_puts(out, "true");
        json_write_member_u64(out, "top_logprobs", TOP_LOGPROBS);
    }
    if (r->json)
        buf_puts(out, ",\"response_format\":{\"type\":\"json_object\"}");
    buf_putc(out, '}');
    return 0;
}
