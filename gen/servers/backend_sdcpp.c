#include "config.h"

#include "backend_kinds.h"

#include <string.h>

#include "json_write.h"

bool backend_is_sdcpp(const struct backend *b)
{
    return b->options.model != NULL &&
           strcmp(b->options.model, BACKEND_SDCPP) == 0;
}

static void put_sampling(const struct backend_options *o, struct buf *out)
{
    json_write_name(out, "sample_params");
    buf_putc(out, '{');
    if (o->steps != 0)
        json_write_member_u64(out, "sample_steps", o->steps);
    if (o->cfg != NULL) {
        json_write_name(out, "guidance");
        buf_printf(out, "{\"txt_cfg\":%s}", o->cfg);
    }
    buf_putc(out, '}');
}

void backend_sdcpp_prompt(const struct backend *b,
                          const struct backend_request *request, bool all,
                          struct buf *out)
{
    const struct backend_options *o = &b->options;
    buf_puts(out, request->prompt);
    buf_puts(out, " <sd_cpp_extra_args>{");
    json_write_name(out, "embed_image_metadata");
    buf_puts(out, "false");
    if (all) {
        json_write_member_u64(out, "seed", request->seed);
        json_write_member(out, "negative_prompt", request->negative);
        if (o->steps != 0 || o->cfg != NULL)
            put_sampling(o, out);
    }
    buf_puts(out, "}</sd_cpp_extra_args>");
}
