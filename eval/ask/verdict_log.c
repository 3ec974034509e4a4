#include "config.h"

#include "ask/verdict_log.h"

#include <string.h>

#include "json_write.h"
#include "jsonl.h"
#include "schema/value.h"

#define SCHEMA "palimpsest/verdict/1"

/* The SHA-256 of an answer's bytes, in hexadecimal. */
static void sum_answer(const struct verdict_run *run, size_t question,
                       char hex[DIGEST_HEX + 1])
{
    unsigned char digest[DIGEST_BYTES];
    struct text response = run->answers->list[question].response;
    digest_bytes(response.text, response.len, digest);
    digest_to_hex(digest, hex);
}

static void add_question(const struct verdict_run *run, size_t question,
                         struct buf *out)
{
    const struct exam_question *q = &run->exam->questions[question];
    unsigned char digest[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    exam_digest(q, digest);
    digest_to_hex(digest, hex);
    json_write_name(out, "id");
    json_write_string(out, q->id.text, q->id.len);
    json_write_member(out, "question", hex);
    json_write_member(out, "release", run->exam->root);
    sum_answer(run, question, hex);
    json_write_member(out, "answer", hex);
}

/* A member that is a string, or null if it is empty. */
static void add_text(struct buf *out, const char *name, const struct buf *text)
{
    json_write_name(out, name);
    if (text->len > 0)
        json_write_string(out, text->data, text->len);
    else
        buf_puts(out, "null");
}

void verdict_write(const struct verdict_run *run, const struct reply *r,
                   int score, const struct buf *reason, struct buf *out)
{
    buf_putc(out, '{');
    json_write_member(out, "schema", SCHEMA);
    add_question(run, r->question, out);
    buf_puts(out, ",\"judge\":{");
    json_write_member(out, "name", run->judge);
    add_text(out, "reported", &r->reported);
    add_text(out, "fingerprint", &r->fingerprint);
    buf_puts(out, "},\"prompt\":{");
    json_write_member(out, "name", run->prompt->file.name);
    json_write_member(out, "sha256", run->prompt->file.sha256);
    buf_putc(out, '}');
    json_write_name(out, "score");
    if (score >= 0)
        buf_put_u64(out, (uint64_t)score);
    else
        buf_puts(out, "null");
    add_text(out, "reason", reason);
    json_write_member_u64(out, "tries", r->tries);
    buf_puts(out, "}\n");
}

/* Whether the member of that name is the string `text`. */
static bool says(struct value object, const char *name, const char *text)
{
    struct buf scratch = BUF_EMPTY;
    struct value v;
    size_t len;
    if (!value_member(object, name, strlen(name), &v) ||
        value_kind(v) != JSON_STRING)
        return false;
    const char *content = value_string(v, &scratch, &len);
    bool same = len == strlen(text) && memcmp(content, text, len) == 0;
    buf_release(&scratch);
    return same;
}

/* Takes a line. Returns NULL, or what is wrong with it. */
static const char *take(const struct verdict_run *run, struct value line,
                        bool *had)
{
    struct value v;
    struct text id = {NULL, 0};
    char hex[DIGEST_HEX + 1];
    if (!says(line, "schema", SCHEMA))
        return "no verdict: its schema is not '" SCHEMA "'";
    if (!says(line, "release", run->exam->root))
        return "the verdict is on another release";
    if (value_member(line, "id", 2, &v) && value_kind(v) == JSON_STRING)
        id.text = value_raw(v, &id.len);
    size_t question = id.text != NULL ? exam_find(run->exam, id) : EXAM_NONE;
    if (question == EXAM_NONE || !run->answers->list[question].present)
        return "the verdict is on a question that is not answered";
    sum_answer(run, question, hex);
    if (!says(line, "answer", hex))
        return "the verdict is on another answer";
    if (!value_member(line, "judge", 5, &v) || !says(v, "name", run->judge))
        return "another judge said so";
    if (!value_member(line, "prompt", 6, &v) ||
        !says(v, "sha256", run->prompt->file.sha256))
        return "the judge was asked by another prompt";
    had[question] = true;
    return NULL;
}

/* A log while it is read. */
struct log {
    const struct verdict_run *run;
    const struct journal *journal;
    struct jsonl reader;
    struct json_tape tape;
    uint64_t whole; /* bytes of whole lines */
    bool *had;
};

/* Takes the line now out, of which `got` says what it is; one that is torn is
 * passed over. Returns EXIT_OK to go on. */
static enum exit_status take_line(struct log *l, enum jsonl_status got)
{
    const struct jsonl *r = &l->reader;
    const char *reason = r->scan.reason;
    if (got == JSONL_ERROR) {
        diag_errno("cannot read %s", l->journal->path);
        return EXIT_SYSTEM;
    }
    if (got == JSONL_BAD && r->taken == r->len && !r->cut)
        return EXIT_OK;
    l->whole += r->taken;
    if (got == JSONL_RECORD)
        reason = take(l->run, (struct value){&l->tape, 0}, l->had);
    if (reason == NULL)
        return EXIT_OK;
    diag_at((struct diag_place){l->journal->path, r->number, NULL}, "%s",
            reason);
    return EXIT_DATA;
}

enum exit_status verdict_resume(const struct verdict_run *run,
                                struct journal *j, bool *had)
{
    struct log l = {.run = run, .journal = j, .had = had};
    enum exit_status status = EXIT_OK;
    enum jsonl_status got;
    jsonl_init(&l.reader, j->fd);
    l.reader.scan.tape = &l.tape;
    while (status == EXIT_OK && (got = jsonl_next(&l.reader)) != JSONL_END)
        status = take_line(&l, got);
    jsonl_release(&l.reader);
    json_tape_release(&l.tape);
    if (status == EXIT_OK && journal_cut(j, l.whole) < 0)
        status = EXIT_SYSTEM;
    return status;
}
