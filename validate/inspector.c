#include "config.h"

#include "inspector.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "telling.h"

void inspector_init(struct inspector *i, struct schemas *schemas,
                    enum inspector_form form)
{
    *i = (struct inspector){.schemas = schemas, .form = form};
    i->report.noting = form == INSPECTOR_ANNOTATIONS;
}

/* The checker for a schema. */
static struct checker *checker_for(struct inspector *i,
                                   const struct schema *schema)
{
    for (size_t k = 0; k < i->count; k++)
        if (i->checkers[k].schema == schema)
            return &i->checkers[k];
    i->checkers = xrealloc(i->checkers, i->count + 1, sizeof *i->checkers);
    checker_init(&i->checkers[i->count], schema);
    return &i->checkers[i->count++];
}

/* The checker for the text that was scanned, by what it says its schema is;
 * NULL with the reason in `why`. */
static struct checker *find_checker(struct inspector *i)
{
    struct value root = {&i->tape, 0}, name;
    const char *text = NULL;
    size_t len = 0;
    if (!i->schemas->given && value_member(root, "schema", 6, &name) &&
        value_kind(name) == JSON_STRING)
        text = value_string(name, &i->scratch, &len);
    const struct schema *schema =
        schemas_find(i->schemas, text, len, &i->why);
    return schema != NULL ? checker_for(i, schema) : NULL;
}

/* Finds the record's id, if it has one that can be shown. */
static void find_id(struct inspector *i, char id[INSPECTOR_ID])
{
    struct value root = {&i->tape, 0}, v;
    size_t len;
    id[0] = '\0';
    if (!value_member(root, "id", 2, &v) || value_kind(v) != JSON_STRING)
        return;
    const char *text = value_string(v, &i->scratch, &len);
    if (len >= INSPECTOR_ID || memchr(text, '\0', len) != NULL)
        return;
    memcpy(id, text, len);
    id[len] = '\0';
}

/* Tells a text that could not be checked. */
static bool tell_reason(struct inspector *i, const struct subject *s,
                        const char *id, struct buf *out)
{
    struct telling t = {.subject = s, .id = id};
    if (i->form != INSPECTOR_SILENT)
        telling_reason(&t, i->form, buf_string(&i->why), out);
    return false;
}

static bool tell_report(struct inspector *i, struct checker *c,
                        const struct subject *s, bool valid, struct buf *out)
{
    char id[INSPECTOR_ID];
    struct telling t = {.subject = s, .id = id, .tape = &i->tape};
    find_id(i, id);
    checker_report(c, &i->report);
    telling_report(&t, i->form, &i->report, valid, out);
    report_clear(&i->report);
    return valid;
}

bool inspector_check(struct inspector *i, const struct subject *s,
                     struct buf *out)
{
    char id[INSPECTOR_ID] = "";
    i->scan.tape = &i->tape;
    buf_clear(&i->why);
    const char *reason = s->reason;
    size_t column = s->column;
    if (reason == NULL && json_scan_check(&i->scan, s->text, s->len) < 0) {
        reason = i->scan.reason;
        column = i->scan.column;
    }
    if (reason != NULL) {
        buf_printf(&i->why, "%s, at byte %zu", reason, column);
        return tell_reason(i, s, id, out);
    }
    struct checker *c = find_checker(i);
    if (c == NULL) {
        find_id(i, id);
        return tell_reason(i, s, id, out);
    }
    enum checker_verdict verdict = checker_check_tape(c, &i->tape);
    if (verdict == CHECKER_NO_END) {
        find_id(i, id);
        buf_puts(&i->why, checker_reason(c));
        return tell_reason(i, s, id, out);
    }
    bool valid = verdict == CHECKER_VALID;
    if (i->form == INSPECTOR_SILENT ||
        (valid && i->form != INSPECTOR_ANNOTATIONS))
        return valid;
    return tell_report(i, c, s, valid, out);
}

void inspector_release(struct inspector *i)
{
    for (size_t k = 0; k < i->count; k++)
        checker_release(&i->checkers[k]);
    free(i->checkers);
    json_scan_release(&i->scan);
    json_tape_release(&i->tape);
    report_release(&i->report);
    buf_release(&i->why);
    buf_release(&i->scratch);
}
