#include "config.h"

#include "source.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"
#include "file.h"

void source_init(struct source *s, char **files, int count)
{
    static char *standard_input[] = {"-"};
    *s = (struct source){.files = files, .count = count, .fd = -1};
    if (count == 0) {
        s->files = standard_input;
        s->count = 1;
    }
}

static void close_file(struct source *s)
{
    jsonl_release(&s->reader);
    if (s->fd > STDIN_FILENO)
        close(s->fd);
    s->fd = -1;
    s->open = false;
}

/* Opens the next operand. Returns 1, 0 if there is none, or -1 (told). */
static int open_file(struct source *s)
{
    if (s->next == s->count)
        return 0;
    const char *name = s->files[s->next++];
    bool standard = strcmp(name, "-") == 0;
    s->file = standard ? "stdin" : name;
    s->fd = standard ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
    if (s->fd < 0) {
        diag_errno("cannot read %s", name);
        return -1;
    }
    jsonl_init(&s->reader, s->fd);
    s->open = true;
    return 1;
}

enum jsonl_status source_line(struct source *s)
{
    for (;;) {
        int opened = s->open ? 1 : open_file(s);
        if (opened <= 0)
            return opened == 0 ? JSONL_END : JSONL_ERROR;
        enum jsonl_status status = jsonl_line(&s->reader);
        if (status == JSONL_ERROR)
            diag_errno("cannot read %s", s->file);
        if (status != JSONL_END)
            return status;
        close_file(s);
    }
}

int source_whole(struct source *s, struct buf *text)
{
    buf_clear(text);
    int opened = open_file(s);
    if (opened <= 0)
        return opened;
    int rc = file_read_stream(s->fd, JSONL_LINE_LIMIT, text);
    if (rc < 0)
        diag_errno("cannot read %s", s->file);
    close_file(s);
    return rc < 0 ? -1 : 1;
}

void source_close(struct source *s)
{
    if (s->open)
        close_file(s);
}
