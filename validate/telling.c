#include "config.h"

#include "telling.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "diag.h"
#include "json_write.h"

/* The line that a value begins in, if the text is more than one line. */
static uint64_t line_of(const struct telling *t, size_t node)
{
    const struct subject *s = t->subject;
    uint64_t line = s->line;
    if (!s->whole || t->tape == NULL)
        return line;
    const char *at = s->text, *end = s->text + t->tape->nodes[node].at;
    while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        line++;
        at++;
    }
    return line;
}

/* Appends "FILE:LINE: id: /pointer: message". */
static void put_line(const struct telling *t, uint64_t line,
                     const char *pointer, const char *message,
                     struct buf *out)
{
    size_t begin = out->len;
    buf_printf(out, "%s:%" PRIu64 ": ", t->subject->file, line);
    if (t->id[0] != '\0')
        buf_printf(out, "%s: ", t->id);
    if (pointer[0] != '\0')
        buf_printf(out, "%s: ", pointer);
    buf_puts(out, message);
    buf_string(out);
    diag_tame(out->data + begin);
    buf_putc(out, '\n');
}

static void put_lines(const struct telling *t, const struct report *r,
                      struct buf *out)
{
    char more[64];
    for (size_t i = 0; i < r->errors.count && i < REPORT_MOST; i++) {
        const struct report_unit *u = &r->errors.list[i];
        if (!u->hidden)
            put_line(t, line_of(t, u->node), u->instance.text, u->text.text,
                     out);
    }
    if (r->errors.count <= REPORT_MOST)
        return;
    snprintf(more, sizeof more, "and %zu more",
             r->errors.count - REPORT_MOST);
    put_line(t, t->subject->line, "", more, out);
}

static void put_string(struct buf *out, const char *name,
                       const struct string *s)
{
    json_write_name(out, name);
    json_write_string(out, s->text, s->len);
}

/* Appends the object but for its end: the output unit of the whole text. */
static void begin_object(const struct telling *t, bool valid, struct buf *out)
{
    buf_putc(out, '{');
    json_write_member(out, "file", t->subject->file);
    json_write_member_u64(out, "line", t->subject->line);
    if (t->id[0] != '\0')
        json_write_member(out, "id", t->id);
    json_write_name(out, "valid");
    buf_puts(out, valid ? "true" : "false");
    json_write_member(out, "keywordLocation", "");
    json_write_member(out, "instanceLocation", "");
}

/* Appends a value that may stand on several lines in its schema. */
static void put_value(struct buf *out, const struct string *value)
{
    bool inside = false;
    for (const char *at = value->text, *end = at + value->len; at < end; at++) {
        if (*at == '"')
            inside = !inside;
        if (inside || strchr(" \t\r\n", *at) == NULL)
            buf_putc(out, *at);
        if (inside && *at == '\\')
            buf_putc(out, *++at);
    }
}

static void put_unit(const struct report_unit *u, bool valid, struct buf *out)
{
    buf_puts(out, valid ? "{\"valid\":true" : "{\"valid\":false");
    put_string(out, "keywordLocation", &u->keyword);
    put_string(out, "absoluteKeywordLocation", &u->absolute);
    put_string(out, "instanceLocation", &u->instance);
    if (valid) {
        json_write_name(out, "annotation");
        put_value(out, &u->text);
    } else {
        put_string(out, "error", &u->text);
    }
    buf_putc(out, '}');
}

static void put_object(const struct telling *t, const struct report *r,
                       bool valid, struct buf *out)
{
    const struct report_units *units = valid ? &r->notes : &r->errors;
    begin_object(t, valid, out);
    json_write_name(out, valid ? "annotations" : "errors");
    buf_putc(out, '[');
    for (size_t i = 0; i < units->count && i < REPORT_MOST; i++) {
        if (i > 0)
            buf_putc(out, ',');
        put_unit(&units->list[i], valid, out);
    }
    buf_putc(out, ']');
    if (units->count > REPORT_MOST)
        json_write_member_u64(out, "omitted", units->count - REPORT_MOST);
    buf_puts(out, "}\n");
}

void telling_reason(const struct telling *t, enum inspector_form form,
                    const char *reason, struct buf *out)
{
    if (form == INSPECTOR_TEXT) {
        put_line(t, t->subject->line, "", reason, out);
        return;
    }
    begin_object(t, false, out);
    json_write_member(out, "error", reason);
    buf_puts(out, "}\n");
}

void telling_report(const struct telling *t, enum inspector_form form,
                    const struct report *report, bool valid, struct buf *out)
{
    if (form == INSPECTOR_TEXT)
        put_lines(t, report, out);
    else
        put_object(t, report, valid, out);
}
