#include "config.h"

#include "intake.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int intake_open(struct intake *in, char **files, int count, bool keep_going,
                const char *rejects)
{
    static char *standard_input[] = {"-"};
    *in = (struct intake){.files = files, .count = count,
                          .keep_going = keep_going, .fd = -1};
    if (count == 0) {
        in->files = standard_input;
        in->count = 1;
    }
    if (rejects != NULL && out_open(&in->rejects, rejects) < 0) {
        in->status = EXIT_SYSTEM;
        return -1;
    }
    return 0;
}

void intake_open_fd(struct intake *in, int fd, const char *name)
{
    *in = (struct intake){.open = true, .file = name, .fd = fd};
    jsonl_init(&in->reader, fd);
}

/* Has the reader do what was asked of each line. */
static void set_scan(struct intake *in)
{
    in->reader.scan.tape = in->tape;
    in->reader.scan.most = in->most;
}

void intake_index(struct intake *in, struct json_tape *tape, size_t most)
{
    in->tape = tape;
    in->most = most;
    set_scan(in);
}

void intake_fail(struct intake *in, enum exit_status status)
{
    if (status > in->status)
        in->status = status;
    in->next = in->count;
    in->keep_going = false;
}

struct diag_place intake_place(const struct intake *in, const char *id)
{
    return (struct diag_place){in->file, in->reader.number, id};
}

/* Writes the whole line now out to the rejects. Returns 0, or -1 (told). */
static int keep_line(struct intake *in)
{
    struct jsonl *r = &in->reader;
    int rc = out_write(&in->rejects, r->line, r->len), more = 0;
    while (rc == 0 && (more = jsonl_more(r)) > 0)
        rc = out_write(&in->rejects, r->line, r->len);
    if (rc == 0)
        rc = out_write(&in->rejects, "\n", 1);
    if (more < 0)
        diag_errno("cannot read %s", in->file);
    return more < 0 ? -1 : rc;
}

/* Remembers a bad line. Returns true if it is to be kept, too. */
static bool note_bad(struct intake *in)
{
    if (in->status < EXIT_DATA)
        in->status = EXIT_DATA;
    if (!in->keep_going)
        intake_fail(in, EXIT_DATA);
    return in->keep_going && in->rejects.fp != NULL;
}

/* Gives the rejects up: they are not whole, so what was there stays. */
static void drop_rejects(struct intake *in)
{
    out_abort(&in->rejects);
    intake_fail(in, EXIT_SYSTEM);
}

/* What follows a bad line, which has been told. */
static void after_bad(struct intake *in)
{
    if (note_bad(in) && keep_line(in) < 0)
        drop_rejects(in);
}

void intake_refuse_line(struct intake *in, struct diag_place place,
                        const char *line, size_t len, const char *reason)
{
    if (reason != NULL)
        diag_at(place, "%s", reason);
    if (note_bad(in) && (out_write(&in->rejects, line, len) < 0 ||
                         out_write(&in->rejects, "\n", 1) < 0))
        drop_rejects(in);
}

void intake_refuse(struct intake *in, const char *id, const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    diag_at(intake_place(in, id), "%s", text);
    after_bad(in);
}

static void close_file(struct intake *in)
{
    jsonl_release(&in->reader);
    if (in->fd > STDIN_FILENO)
        close(in->fd);
    in->fd = -1;
    in->open = false;
}

/* Opens the next operand. Returns false at their end or on failure. */
static bool open_file(struct intake *in)
{
    if (in->next >= in->count)
        return false;
    const char *name = in->files[in->next++];
    bool standard = strcmp(name, "-") == 0;
    in->file = standard ? "stdin" : name;
    in->fd = standard ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
    if (in->fd < 0) {
        diag_errno("cannot read %s", name);
        intake_fail(in, EXIT_SYSTEM);
        return false;
    }
    jsonl_init(&in->reader, in->fd);
    set_scan(in);
    in->open = true;
    return true;
}

/* Deals with a line that is no record. Returns false if the input ends. */
static bool handle_bad(struct intake *in, enum jsonl_status got)
{
    if (got == JSONL_ERROR) {
        diag_errno("cannot read %s", in->file);
        intake_fail(in, EXIT_SYSTEM);
        return false;
    }
    intake_refuse(in, NULL, "%s, at byte %zu", in->reader.scan.reason,
                  in->reader.scan.column);
    return in->keep_going;
}

bool intake_next(struct intake *in)
{
    while (in->status == EXIT_OK || in->keep_going) {
        if (!in->open && !open_file(in))
            return false;
        enum jsonl_status got = jsonl_next(&in->reader);
        if (got == JSONL_END) {
            close_file(in);
            continue;
        }
        if (got == JSONL_RECORD && in->reader.scan.is_object)
            return true;
        if (got == JSONL_RECORD)
            intake_refuse(in, NULL, "a record must be a JSON object");
        else if (!handle_bad(in, got))
            return false;
    }
    return false;
}

enum exit_status intake_close(struct intake *in)
{
    if (in->open)
        close_file(in);
    if (in->rejects.fp != NULL && out_commit(&in->rejects) < 0)
        in->status = EXIT_SYSTEM;
    return in->status;
}
