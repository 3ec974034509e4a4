#include "config.h"

#include "batch.h"

#include "record_bytes.h"
#include "records/form.h"
#include "records/person_check.h"

#define MEMBERS 64 /* of a line whose place is kept for the next one */

bool batch_is_long(size_t len)
{
    return len > BATCH_BYTES;
}

bool batch_is_full(const struct batch *b, size_t len)
{
    if (b->count == 0)
        return false;
    return b->count == BATCH_LINES || batch_is_long(len) ||
           b->text.len + len > BATCH_BYTES;
}

void batch_add(struct batch *b, const struct jsonl *reader,
               enum jsonl_status status)
{
    struct batch_line *l = &b->lines[b->count++];
    bool bad = status == JSONL_BAD;
    if (b->text.cap < BATCH_BYTES)
        buf_reserve(&b->text, BATCH_BYTES); /* lines stay where they are */
    l->number = reader->number;
    l->text = reader->line;
    l->len = reader->len;
    l->bad = bad;
    l->scan.reason = bad ? reader->scan.reason : NULL;
    l->scan.column = bad ? reader->scan.column : 0;
    if (bad)
        l->len = 0;
    if (batch_is_long(l->len))
        return;
    l->text = b->text.data + b->text.len;
    buf_add(&b->text, reader->line, l->len);
}

static void tell(struct batch_line *l, const char *rule, const char *expected,
                 size_t column, const char *what)
{
    size_t from = column - 1 < l->len ? column - 1 : l->len;
    findings_add(&l->findings, rule,
                 (struct diag_place){BATCH_FILE, l->number, NULL}, "%s", what);
    if (l->len > 0)
        findings_witness_bytes(&l->findings, expected, l->text + from,
                               l->len - from);
    else
        findings_witness(&l->findings, expected, l->scan.reason);
}

static void tell_bad(struct batch_line *l)
{
    struct buf what = BUF_EMPTY;
    buf_printf(&what, "%s, at byte %zu", l->scan.reason, l->scan.column);
    tell(l, "people/json", "JSON as RFC 8259 has it, in UTF-8",
         l->scan.column, buf_string(&what));
    buf_release(&what);
}

static void check_line(struct batch_line *l, struct form *form)
{
    const struct person_line line = {l->text, l->len, &l->scan,
                                     {BATCH_FILE, l->number, NULL}};
    struct record_bytes bytes;
    l->findings = (struct findings){.silent = true};
    l->scan.most = RECORD_VALUES_LIMIT;
    form_index(form, &l->scan);
    l->read = false;
    if (!l->bad && json_scan_check(&l->scan, l->text, l->len) < 0)
        l->bad = true;
    if (l->bad) {
        tell_bad(l);
    } else if (!l->scan.is_object) {
        tell(l, "people/object", "{", 1, "a record must be a JSON object");
    } else if (person_read(&l->person, &line, form, &l->findings) == 0) {
        l->read = true;
        l->person.number = l->number;
        person_check(&l->person, &l->findings);
        record_bytes_find(&bytes, &l->scan, l->text, l->len);
        record_bytes_digest(&bytes, l->leaf);
    }
    if (!l->read)
        person_release(&l->person);
    l->scan.tape = NULL;
}

void batch_check(struct batch *b, struct form *form)
{
    for (size_t i = 0; i < b->count; i++)
        check_line(&b->lines[i], form);
}

void batch_clear(struct batch *b)
{
    for (size_t i = 0; i < b->count; i++) {
        struct batch_line *l = &b->lines[i];
        person_release(&l->person);
        findings_release(&l->findings);
        if (l->scan.cap > MEMBERS)
            json_scan_release(&l->scan);
    }
    b->count = 0;
    buf_clear(&b->text);
}

void batch_release(struct batch *b)
{
    batch_clear(b);
    for (size_t i = 0; i < BATCH_LINES; i++)
        json_scan_release(&b->lines[i].scan);
    buf_release(&b->text);
}
