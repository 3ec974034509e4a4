#include "config.h"

#include "jsonl.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"

#define READ_SIZE ((size_t)1 << 18)

void jsonl_init(struct jsonl *r, int fd)
{
    *r = (struct jsonl){.fd = fd};
}

/* Reads more bytes behind the unread ones. Returns their number, 0 at the
 * end, -1 on failure. */
static ssize_t fill(struct jsonl *r)
{
    if (r->from > 0 && r->cap - r->to < READ_SIZE) {
        memmove(r->data, r->data + r->from, r->to - r->from);
        r->to -= r->from;
        r->from = 0;
    }
    if (r->cap - r->to < READ_SIZE) {
        r->cap = r->cap == 0 ? 2 * READ_SIZE : 2 * r->cap;
        r->data = xrealloc(r->data, r->cap, 1);
    }
    ssize_t got;
    do
        got = read(r->fd, r->data + r->to, r->cap - r->to);
    while (got < 0 && errno == EINTR);
    if (got > 0)
        r->to += (size_t)got;
    return got;
}

int jsonl_more(struct jsonl *r)
{
    r->from += r->taken;
    r->taken = 0;
    ssize_t got = r->cut && r->from == r->to ? fill(r) : 0;
    if (got < 0)
        return -1;
    if (!r->cut || r->from == r->to) {
        r->cut = false;
        return 0;
    }
    r->line = r->data + r->from;
    const char *lf = memchr(r->line, '\n', r->to - r->from);
    r->len = lf != NULL ? (size_t)(lf - r->line) : r->to - r->from;
    r->taken = r->len + (lf != NULL);
    r->cut = lf == NULL;
    return 1;
}

/* Hands over the start of a line that is too long. */
static enum jsonl_status cut_line(struct jsonl *r)
{
    r->line = r->data + r->from;
    r->len = r->taken = JSONL_LINE_LIMIT;
    r->cut = true;
    r->scan.reason = "a line longer than 64 MiB";
    r->scan.column = JSONL_LINE_LIMIT + 1;
    return JSONL_BAD;
}

/* Hands over the next `len` bytes, of which `taken` are used up with the LF. */
static enum jsonl_status hand_over(struct jsonl *r, size_t len, size_t taken)
{
    r->line = r->data + r->from;
    r->len = len;
    r->taken = taken;
    if (len > 0)
        return JSONL_RECORD;
    r->scan.reason = "an empty line";
    r->scan.column = 1;
    return JSONL_BAD;
}

enum jsonl_status jsonl_line(struct jsonl *r)
{
    int more;
    do /* what is left of the line before */
        more = jsonl_more(r);
    while (more > 0);
    if (more < 0)
        return JSONL_ERROR;
    r->number++;
    size_t seen = 0;
    for (;;) {
        size_t have = r->to - r->from;
        char *lf = have > seen
                       ? memchr(r->data + r->from + seen, '\n', have - seen)
                       : NULL;
        if (lf != NULL) {
            size_t len = (size_t)(lf - r->data) - r->from;
            if (len > JSONL_LINE_LIMIT)
                return cut_line(r);
            return hand_over(r, len, len + 1);
        }
        if (have > JSONL_LINE_LIMIT)
            return cut_line(r);
        seen = have;
        ssize_t got = fill(r);
        if (got < 0)
            return JSONL_ERROR;
        if (got == 0)
            return have > 0 ? hand_over(r, have, have) : JSONL_END;
    }
}

enum jsonl_status jsonl_next(struct jsonl *r)
{
    enum jsonl_status status = jsonl_line(r);
    if (status == JSONL_RECORD &&
        json_scan_check(&r->scan, r->line, r->len) < 0)
        status = JSONL_BAD;
    return status;
}

void jsonl_release(struct jsonl *r)
{
    json_scan_release(&r->scan);
    free(r->data);
    *r = (struct jsonl){0};
}
