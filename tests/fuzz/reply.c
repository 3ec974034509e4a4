/* What servers and commands answer: the first byte says who reads the rest.
 * What was read without complaint is there. */
#include "config.h"

#include "servers/reply.h"

#include <stdlib.h>
#include <string.h>

#include "servers/reply_comfy.h"
#include "target.h"

static void check(bool good)
{
    if (!good)
        abort();
}

static void read_pictures(const struct buf *body, bool openai)
{
    struct backend_reply reply = {.has_seed = false};
    struct buf url = BUF_EMPTY;
    const char *why = NULL;
    enum reply_kind kind = openai ? reply_openai(body, &reply, &url, &why)
                                  : reply_sdapi(body, &reply, &why);
    check(kind != REPLY_IMAGE || reply.bytes.len > 0);
    check(kind != REPLY_AT_URL || url.len > 0);
    check(kind != REPLY_BAD || why != NULL);
    check(!reply.has_seed || reply.seed <= (uint64_t)1 << 53);
    check(strlen(reply.model) <= BACKEND_MODEL);
    buf_release(&reply.bytes);
    buf_release(&url);
}

static void read_comfy(const struct buf *body)
{
    struct buf id = BUF_EMPTY, query = BUF_EMPTY, said = BUF_EMPTY;
    const char *why = NULL;
    check(reply_comfy_job(body, &id, &why) < 0 ? why != NULL : id.len > 0);
    buf_clear(&id);
    check(reply_comfy_upload(body, &id, &why) < 0 || id.len > 0);
    enum reply_comfy_state state =
        reply_comfy_history(body, "job", &query, &said);
    check(state != REPLY_COMFY_DONE || query.len > 0);
    check(state == REPLY_COMFY_DONE || state == REPLY_COMFY_NONE ||
          said.len > 0);
    reply_comfy_queued(body, "job");
    buf_release(&id);
    buf_release(&query);
    buf_release(&said);
}

static void read_command(const struct buf *body)
{
    struct backend_reply reply = {.has_seed = false};
    struct buf path = BUF_EMPTY;
    const char *why = NULL;
    check(reply_command(body, &reply, &path, &why) < 0 ? why != NULL
                                                       : path.len > 0);
    check(memchr(buf_string(&path), '\0', path.len) == NULL);
    buf_release(&reply.bytes);
    buf_release(&path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    struct buf body = {.data = (char *)data + 1, .len = size - 1}, text = {0};
    switch (data[0]) {
    case 's':
    case 'o':
        read_pictures(&body, data[0] == 'o');
        break;
    case 'c':
        read_comfy(&body);
        break;
    case 'p':
        read_command(&body);
        break;
    default:
        reply_reason(&body, &text);
        check(text.len > 0);
        buf_release(&text);
    }
    return 0;
}
