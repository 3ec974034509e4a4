#include "config.h"

#include "form.h"

#include <stdio.h>
#include <string.h>

#include "layout.h"
#include "person.h"

#define NODES 65536 /* of a line whose room is kept for the next one */

int form_compile(struct schema *schema)
{
    struct buf why = BUF_EMPTY;
    schema_init(schema);
    int rc = schema_compile_uri(schema, SCHEMA_BASE "person.json", false,
                                &why);
    if (rc < 0)
        diag("%s", buf_string(&why));
    buf_release(&why);
    return rc;
}

void form_init(struct form *form, const struct schema *schema)
{
    *form = (struct form){0};
    checker_init(&form->checker, schema);
}

void form_index(struct form *form, struct json_scan *scan)
{
    if (form->tape.cap > NODES)
        json_tape_release(&form->tape);
    scan->tape = &form->tape;
}

/* The rule that is broken at a pointer: a split has rules of its own. */
static const char *rule_at(const char *pointer)
{
    size_t len = strlen("/split");
    bool split = strncmp(pointer, "/split", len) == 0 &&
                 strchr("/:", pointer[len]) != NULL;
    return split ? "split/shape" : "record/shape";
}

static void witness(struct findings *f, const char *expected, struct value v)
{
    size_t len;
    const char *text = value_text(v, &len);
    findings_witness_bytes(f, expected, text, len);
}

/* The first of what a report tells, and how much it tells. */
static const struct report_unit *first_of(const struct report *r,
                                          size_t *count)
{
    const struct report_unit *first = NULL;
    *count = r->errors.count > REPORT_MOST ? r->errors.count - REPORT_MOST : 0;
    for (size_t i = 0; i < r->errors.count && i < REPORT_MOST; i++) {
        const struct report_unit *u = &r->errors.list[i];
        if (u->hidden)
            continue;
        first = first == NULL ? u : first;
        ++*count;
    }
    return first;
}

/* Tells what is wrong by the schema: the first of it. */
static int tell_schema(struct form *form, const struct person *p,
                       struct findings *f)
{
    size_t count;
    char more[64] = "";
    checker_report(&form->checker, &form->report);
    const struct report_unit *u = first_of(&form->report, &count);
    const char *at = u->instance.text;
    if (count > 1)
        snprintf(more, sizeof more, ", and %zu more", count - 1);
    findings_add(f, rule_at(at), p->place, "%s%s%s%s", at,
                 at[0] != '\0' ? ": " : "", u->text.text, more);
    witness(f, u->absolute.text, (struct value){&form->tape, u->node});
    report_clear(&form->report);
    return -1;
}

static int check_layout(const struct form *form, const struct person *p,
                        struct findings *f)
{
    struct buf why = BUF_EMPTY;
    struct value root = {&form->tape, 0}, at;
    int rc = layout_check(root, p->head.kind == RECORD_CELEBRITY, &why, &at);
    if (rc < 0) {
        const char *text = buf_string(&why);
        findings_add(f, rule_at(text), p->place, "%s", text);
        witness(f, "order and sizes of palimpsest-person(5)", at);
    }
    buf_release(&why);
    return rc;
}

int form_check(struct form *form, const struct person *p, struct findings *f)
{
    switch (checker_check_tape(&form->checker, &form->tape)) {
    case CHECKER_VALID:
        return check_layout(form, p, f);
    case CHECKER_INVALID:
        return tell_schema(form, p, f);
    default:
        findings_add(f, "record/shape", p->place, "%s",
                     checker_reason(&form->checker));
        findings_witness_bytes(f, "a record of schema/person.json", p->line,
                               p->len);
        return -1;
    }
}

void form_release(struct form *form)
{
    checker_release(&form->checker);
    json_tape_release(&form->tape);
    report_release(&form->report);
}
