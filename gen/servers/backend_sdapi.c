#include "config.h"

#include "backend_kinds.h"

#include "exchange.h"
#include "json_write.h"
#include "reply.h"

#define MAKE "/sdapi/v1/txt2img"
#define EDIT "/sdapi/v1/img2img"

/* How far img2img may leave the portrait: the server's own default, stated. */
#define STRENGTH "0.75"

/* What the server is told to do otherwise than it is set to: the model, and no
 * text chunks in the picture. */
static void put_override(const struct backend *b, struct buf *out)
{
    buf_putc(out, '{');
    if (b->options.model != NULL)
        json_write_member(out, "sd_model_checkpoint", b->options.model);
    json_write_name(out, "enable_pnginfo");
    buf_puts(out, "false}");
}

/* All fields but the prompt. An edit goes to img2img; with stable-diffusion.cpp
 * to txt2img, where models made for edits look at extra_images. */
static void set_fields(const struct backend *b,
                       const struct backend_request *request,
                       const char *override, struct fields *f)
{
    const struct backend_options *o = &b->options;
    fields_text(f, "negative_prompt", request->negative);
    fields_number(f, "seed", request->seed);
    fields_number(f, "width", o->width);
    fields_number(f, "height", o->height);
    if (o->steps != 0)
        fields_number(f, "steps", o->steps);
    if (o->cfg != NULL)
        fields_decimal(f, "cfg_scale", o->cfg);
    fields_number(f, "n_iter", 1);
    fields_number(f, "batch_size", 1);
    fields_flag(f, "send_images", true);
    fields_flag(f, "save_images", false);
    if (backend_is_sdcpp(b)) {
        if (request->reference != NULL)
            fields_images(f, "extra_images", request->reference);
        return;
    }
    fields_json(f, "override_settings", override);
    if (request->reference != NULL) {
        fields_images(f, "init_images", request->reference);
        fields_decimal(f, "denoising_strength", STRENGTH);
    }
}

static enum backend_result read_reply(struct backend *b, const char *id,
                                      const struct http_reply *http,
                                      struct backend_reply *reply)
{
    const char *why;
    if (reply_sdapi(&http->body, reply, &why) == REPLY_IMAGE)
        return BACKEND_MADE;
    return exchange_fail(b, id, BACKEND_FAILED, "sent a reply that %s", why);
}

enum backend_result backend_sdapi(struct backend *b,
                                  const struct backend_request *request,
                                  struct backend_reply *reply)
{
    struct fields f = {.count = 0};
    struct http_reply http = {0};
    struct buf prompt = BUF_EMPTY, override = BUF_EMPTY;
    bool edit = request->reference != NULL && !backend_is_sdcpp(b);
    const char *path = edit ? EDIT : MAKE;
    if (backend_is_sdcpp(b))
        backend_sdcpp_prompt(b, request, false, &prompt);
    else
        buf_puts(&prompt, request->prompt);
    put_override(b, &override);
    fields_text(&f, "prompt", buf_string(&prompt));
    set_fields(b, request, buf_string(&override), &f);
    backend_record(path, &f, &reply->request_json);
    enum backend_result result =
        exchange_fields(b, request->id, path, false, &f, &http);
    if (result == BACKEND_MADE)
        result = read_reply(b, request->id, &http, reply);
    buf_release(&http.body);
    buf_release(&override);
    buf_release(&prompt);
    return result;
}
