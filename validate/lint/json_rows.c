#include "config.h"

#include "lint/json_rows.h"

#include <errno.h>
#include <unistd.h>

#include "jsonl.h"

/* The next byte without taking it, -1 at the end, -2 with errno. */
static int peek(struct json_rows *r)
{
    while (r->from == r->to) {
        ssize_t got = read(r->fd, r->data, sizeof r->data);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got < 0 ? -2 : -1;
        r->from = 0;
        r->to = (size_t)got;
    }
    return (unsigned char)r->data[r->from];
}

static void take(struct json_rows *r)
{
    r->line += r->data[r->from++] == '\n';
}

/* The next byte that is no blank, as peek(). */
static int peek_mark(struct json_rows *r)
{
    int c = peek(r);
    while (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        take(r);
        c = peek(r);
    }
    return c;
}

/* Takes the mark that is next and returns the one behind it. */
static int pass(struct json_rows *r)
{
    take(r);
    return peek_mark(r);
}

static enum json_rows_status bad(struct json_rows *r, const char *reason)
{
    r->reason = reason;
    return JSON_ROWS_BAD;
}

/* Walks up to the next row. Returns JSON_ROWS_ROW if there is one. */
static enum json_rows_status find(struct json_rows *r)
{
    int c = peek_mark(r);
    if (c == '[' && !r->started && !r->array) {
        r->array = true;
        c = pass(r);
    } else if (c == ',' && r->array && r->started && !r->ended) {
        r->separated = true;
        c = pass(r);
    }
    if (c == ']' && r->array && !r->ended && !r->separated) {
        r->ended = true;
        c = pass(r);
    }
    if (c == -2)
        return JSON_ROWS_ERROR;
    if (c == -1)
        return r->array && !r->ended ? bad(r, "the array is cut off")
                                     : JSON_ROWS_END;
    if (c != '{' || r->ended || (r->array && r->started && !r->separated))
        return bad(r, "this is neither rows of JSON nor an array of them");
    return JSON_ROWS_ROW;
}

/* Copies the object that begins here, as far as its braces tell. */
static enum json_rows_status copy(struct json_rows *r)
{
    bool quoted = false, escaped = false;
    size_t depth = 0;
    do {
        int c = peek(r);
        if (c == -2)
            return JSON_ROWS_ERROR;
        if (c == -1)
            return bad(r, "the last row is cut off");
        if (r->row.len == JSONL_LINE_LIMIT)
            return bad(r, "a row is longer than 64 MiB");
        take(r);
        buf_putc(&r->row, (char)c);
        if (quoted) {
            quoted = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else {
            quoted = c == '"';
            depth += c == '{';
            depth -= c == '}';
        }
    } while (depth > 0);
    return JSON_ROWS_ROW;
}

enum json_rows_status json_rows_next(struct json_rows *r)
{
    enum json_rows_status status = find(r);
    if (status != JSON_ROWS_ROW)
        return status;
    r->started = true;
    r->separated = false;
    r->row_line = r->line;
    buf_clear(&r->row);
    status = copy(r);
    if (status != JSON_ROWS_ROW)
        return status;
    if (json_scan_check(&r->scan, r->row.data, r->row.len) < 0)
        return bad(r, r->scan.reason);
    return JSON_ROWS_ROW;
}

void json_rows_release(struct json_rows *r)
{
    buf_release(&r->row);
    json_scan_release(&r->scan);
}
