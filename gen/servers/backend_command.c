#include "config.h"

#include "backend_kinds.h"

#include <errno.h>
#include <string.h>

#include "diag.h"
#include "file.h"
#include "program.h"
#include "reply.h"

/* The exit status by which a command says that this picture never can be. */
#define NEVER 1

static void set_fields(const struct backend *b,
                       const struct backend_request *request,
                       struct fields *f)
{
    const struct backend_options *o = &b->options;
    fields_text(f, "id", request->id);
    fields_text(f, "prompt", request->prompt);
    fields_text(f, "negative", request->negative);
    fields_number(f, "seed", request->seed);
    fields_number(f, "width", o->width);
    fields_number(f, "height", o->height);
    if (o->model != NULL)
        fields_text(f, "model", o->model);
    if (o->steps != 0)
        fields_number(f, "steps", o->steps);
    if (o->cfg != NULL)
        fields_decimal(f, "cfg", o->cfg);
    if (request->reference != NULL)
        fields_image(f, "reference", request->reference);
}

/* Tells how a command ended that has made nothing. */
static enum backend_result tell_end(const char *id, enum program_end end,
                                    int status, unsigned timeout_s)
{
    struct diag_place where = {.id = id};
    switch (end) {
    case PROGRAM_ENDED:
        diag_at(where, "the command ended in %d", status);
        return status == NEVER ? BACKEND_REFUSED : BACKEND_FAILED;
    case PROGRAM_KILLED:
        diag_at(where, "the command was ended by signal %d", status);
        break;
    case PROGRAM_LATE:
        diag_at(where, "the command has not made the picture in %u s",
                timeout_s);
        break;
    case PROGRAM_VERBOSE:
        diag_at(where, "the command says more than %zu KiB",
                PROGRAM_OUTPUT >> 10);
        break;
    case PROGRAM_BROKEN:
        diag_at(where, "cannot run the command: %s", strerror(errno));
        break;
    }
    return BACKEND_FAILED;
}

static enum backend_result read_file(const char *id, const char *path,
                                     struct buf *bytes)
{
    struct diag_place where = {.id = id};
    if (file_read(path, HTTP_BODY_LIMIT, bytes) < 0)
        diag_at(where, "cannot read the command's picture %s: %s", path,
                strerror(errno));
    else if (bytes->len == 0)
        diag_at(where, "the command's picture %s is empty", path);
    else
        return BACKEND_MADE;
    return BACKEND_FAILED;
}

static enum backend_result read_reply(const char *id, struct buf *said,
                                      struct backend_reply *reply)
{
    struct buf path = BUF_EMPTY;
    const char *why;
    enum backend_result result = BACKEND_FAILED;
    if (reply_command(said, reply, &path, &why) == 0)
        result = read_file(id, buf_string(&path), &reply->bytes);
    else
        diag_at((struct diag_place){.id = id}, "the command's reply %s", why);
    buf_release(&path);
    return result;
}

enum backend_result backend_command(struct backend *b,
                                    const struct backend_request *request,
                                    struct backend_reply *reply)
{
    struct fields f = {.count = 0};
    struct buf line = BUF_EMPTY, said = BUF_EMPTY;
    const struct backend_options *o = &b->options;
    enum backend_result result;
    int status = 0;
    set_fields(b, request, &f);
    fields_send(&f, &line);
    buf_putc(&line, '\n');
    backend_record("command", &f, &reply->request_json);
    enum program_end end =
        program_run(o->command, &line, o->timeout_s, &said, &status);
    if (end == PROGRAM_ENDED && status == 0)
        result = read_reply(request->id, &said, reply);
    else
        result = tell_end(request->id, end, status, o->timeout_s);
    buf_release(&line);
    buf_release(&said);
    return result;
}
