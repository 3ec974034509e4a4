#include "config.h"

#include "backend_kinds.h"

#include <string.h>

#include "exchange.h"
#include "http_url.h"
#include "reply.h"

#define MAKE "/v1/images/generations"
#define EDIT "/v1/images/edits"

/* Servers of this kind refuse or pass over each other's fields; the model's
 * name tells which one it is. */
enum dialect {
    OPENAI_GPT,   /* OpenAI, gpt-image-...: always base64, and says so */
    OPENAI_DALLE, /* OpenAI, dall-e-... */
    OPENAI_SDCPP, /* stable-diffusion.cpp: seed and the rest in the prompt */
    OPENAI_OTHER  /* LocalAI, Together, gateways: seed and the rest as fields */
};

static bool starts(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static enum dialect dialect_of(const struct backend *b)
{
    const char *model = b->options.model;
    if (model == NULL)
        return OPENAI_OTHER;
    if (starts(model, "gpt-image") || starts(model, "chatgpt-image"))
        return OPENAI_GPT;
    if (starts(model, "dall-e-"))
        return OPENAI_DALLE;
    return backend_is_sdcpp(b) ? OPENAI_SDCPP : OPENAI_OTHER;
}

/* Fields of servers that are not OpenAI's own. */
static void set_sampling(const struct backend *b,
                         const struct backend_request *request,
                         struct fields *f)
{
    const struct backend_options *o = &b->options;
    fields_text(f, "response_format", "b64_json");
    if (request->negative[0] != '\0')
        fields_text(f, "negative_prompt", request->negative);
    fields_number(f, "seed", request->seed);
    fields_number(f, "width", o->width);
    fields_number(f, "height", o->height);
    if (o->steps != 0)
        fields_number(f, "steps", o->steps);
    if (o->cfg != NULL)
        fields_decimal(f, "guidance_scale", o->cfg);
}

/* gpt-image-1 and -1.5 keep a face only if asked to; of the others some refuse
 * the field. */
static bool takes_fidelity(const char *model)
{
    return strcmp(model, "gpt-image-1") == 0 ||
           strcmp(model, "gpt-image-1.5") == 0;
}

static void set_fields(const struct backend *b,
                       const struct backend_request *request,
                       const char *prompt, const char *size,
                       struct fields *f)
{
    const char *model = b->options.model;
    if (model != NULL)
        fields_text(f, "model", model);
    fields_text(f, "prompt", prompt);
    fields_number(f, "n", 1);
    fields_text(f, "size", size);
    switch (dialect_of(b)) {
    case OPENAI_GPT:
        fields_text(f, "output_format", "png");
        if (request->reference != NULL && takes_fidelity(model))
            fields_text(f, "input_fidelity", "high");
        break;
    case OPENAI_DALLE:
        fields_text(f, "response_format", "b64_json");
        break;
    case OPENAI_SDCPP:
        fields_text(f, "output_format", "png");
        break;
    case OPENAI_OTHER:
        set_sampling(b, request, f);
        break;
    }
    if (request->reference != NULL)
        fields_image(f, "image", request->reference);
}

/* Gets a picture from the address in a reply: from where an address of the
 * user's own may lead, or from the server itself. */
static enum backend_result fetch(struct backend *b, const char *id,
                                 const char *url, struct backend_reply *reply)
{
    struct http_reply http = {0};
    struct http_request request = {.url = url};
    const char *why = http_url_refused(url, b->options.insecure);
    if (why == NULL && http_url_is_loopback(url) &&
        !http_url_is_loopback(b->options.url))
        why = "is one of this machine";
    if (why != NULL)
        return exchange_fail(b, id, BACKEND_FAILED,
                             "sent an address of the picture that %s", why);
    enum backend_result result = exchange_send(b, id, &request, &http);
    if (result == BACKEND_REFUSED)
        result = BACKEND_FAILED; /* the picture was made */
    if (result == BACKEND_MADE)
        buf_add(&reply->bytes, http.body.data, http.body.len);
    buf_release(&http.body);
    return result;
}

static enum backend_result read_reply(struct backend *b, const char *id,
                                      const struct http_reply *http,
                                      struct backend_reply *reply)
{
    struct buf url = BUF_EMPTY;
    enum backend_result result = BACKEND_MADE;
    const char *why = "";
    switch (reply_openai(&http->body, reply, &url, &why)) {
    case REPLY_IMAGE:
        break;
    case REPLY_AT_URL:
        result = fetch(b, id, buf_string(&url), reply);
        break;
    case REPLY_FILTERED:
        result = exchange_fail(b, id, BACKEND_REFUSED,
                               "hides the picture: its content filter is hit");
        break;
    case REPLY_BAD:
        result = exchange_fail(b, id, BACKEND_FAILED, "sent a reply that %s",
                               why);
        break;
    }
    buf_release(&url);
    return result;
}

enum backend_result backend_openai(struct backend *b,
                                   const struct backend_request *request,
                                   struct backend_reply *reply)
{
    struct fields f = {.count = 0};
    struct http_reply http = {0};
    struct buf prompt = BUF_EMPTY, size = BUF_EMPTY;
    bool edit = request->reference != NULL;
    const char *path = edit ? EDIT : MAKE;
    if (dialect_of(b) == OPENAI_SDCPP)
        backend_sdcpp_prompt(b, request, true, &prompt);
    else
        buf_puts(&prompt, request->prompt);
    buf_printf(&size, "%ux%u", b->options.width, b->options.height);
    set_fields(b, request, buf_string(&prompt), buf_string(&size), &f);
    backend_record(path, &f, &reply->request_json);
    enum backend_result result =
        exchange_fields(b, request->id, path, edit, &f, &http);
    if (result == BACKEND_MADE)
        result = read_reply(b, request->id, &http, reply);
    buf_release(&http.body);
    buf_release(&size);
    buf_release(&prompt);
    return result;
}
