#include "config.h"

#include "ask/answer_write.h"

#include <math.h>

#include "json_write.h"

/* A member that is a string, or null if it is empty. */
static void add_text(struct buf *out, const char *name, const struct buf *text)
{
    json_write_name(out, name);
    if (text->len > 0)
        json_write_string(out, text->data, text->len);
    else
        buf_puts(out, "null");
}

static void add_count(struct buf *out, const char *name, int64_t count)
{
    json_write_name(out, name);
    if (count >= 0)
        buf_put_u64(out, (uint64_t)count);
    else
        buf_puts(out, "null");
}

/* The question, with the sum of its bytes. */
static void add_question(struct buf *out, const struct answer_run *run,
                         const struct exam_question *q)
{
    unsigned char digest[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    exam_digest(q, digest);
    digest_to_hex(digest, hex);
    json_write_member(out, "schema", "palimpsest/answer/1");
    json_write_name(out, "id");
    json_write_string(out, q->id.text, q->id.len);
    json_write_member(out, "question", hex);
    json_write_member(out, "release", run->exam->root);
}

static void add_prompt(struct buf *out, const struct answer_run *run,
                       const struct messages *m)
{
    char hex[DIGEST_HEX + 1];
    messages_sum(m, hex);
    buf_puts(out, ",\"prompt\":{");
    json_write_member(out, "name", run->prompt->file.name);
    json_write_member(out, "sha256", run->prompt->file.sha256);
    json_write_member(out, "messages", hex);
    buf_putc(out, '}');
}

static void add_shots(struct buf *out, const struct answer_run *run,
                      const struct exam_question *q)
{
    const struct exam_question *shots[SHOTS_ROOM];
    size_t count = shots_for(run->shots, run->exam, q, shots, SHOTS_ROOM);
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++) {
        buf_puts(out, i == 0 ? ",\"shots\":[" : ",");
        json_write_string(out, shots[i]->id.text, shots[i]->id.len);
    }
    buf_putc(out, ']');
}

static void add_letters(struct buf *out, const struct reply *r)
{
    static const char *const letters[EXAM_OPTIONS] = {"A", "B", "C", "D"};
    json_write_name(out, "letters");
    if (!r->lettered) {
        buf_puts(out, "null");
        return;
    }
    buf_putc(out, '{');
    for (size_t i = 0; i < EXAM_OPTIONS; i++) {
        if (!isfinite(r->letters[i]))
            continue;
        json_write_name(out, letters[i]);
        buf_printf(out, "%.9g", r->letters[i]);
    }
    buf_putc(out, '}');
}

void answer_write(const struct answer_run *run, const struct messages *m,
                  const struct reply *r, struct buf *out)
{
    const struct exam_question *q = &run->exam->questions[r->question];
    buf_putc(out, '{');
    add_question(out, run, q);
    buf_puts(out, ",\"model\":{");
    json_write_member(out, "name", run->model);
    add_text(out, "reported", &r->reported);
    add_text(out, "fingerprint", &r->fingerprint);
    buf_putc(out, '}');
    add_prompt(out, run, m);
    add_shots(out, run, q);
    json_write_name(out, "response");
    json_write_string(out, r->response.data, r->response.len);
    add_text(out, "finish", &r->finish);
    add_letters(out, r);
    buf_puts(out, ",\"tokens\":{");
    add_count(out, "prompt", r->prompt_tokens);
    add_count(out, "completion", r->completion_tokens);
    buf_putc(out, '}');
    if (r->scored.len > 0) {
        json_write_name(out, "scored");
        buf_add(out, r->scored.data, r->scored.len);
    }
    buf_puts(out, "}\n");
}

void answer_write_time(const struct answer_run *run, const struct reply *r,
                       struct buf *out)
{
    const struct exam_question *q = &run->exam->questions[r->question];
    buf_putc(out, '{');
    json_write_name(out, "id");
    json_write_string(out, q->id.text, q->id.len);
    json_write_member_u64(out, "ms", (uint64_t)(r->ms > 0 ? r->ms : 0));
    json_write_member_u64(out, "tries", r->tries);
    buf_puts(out, "}\n");
}
