#include "config.h"

#include "verdict.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "buf.h"
#include "hex.h"
#include "intake.h"
#include "json_tape.h"
#include "num.h"
#include "schema/value.h"

#define SCHEMA "palimpsest/verdict/1"
#define VALUES 1024 /* in a line, at most */

/* The text of a string member, escapes as they stand; empty if there is none.
 */
static struct text member(struct value object, const char *name)
{
    struct value v;
    size_t len;
    if (!value_member(object, name, strlen(name), &v) ||
        value_kind(v) != JSON_STRING)
        return (struct text){"", 0};
    const char *text = value_raw(v, &len);
    return (struct text){text, len};
}

/* Whether a member is the SHA-256 `digest` in hexadecimal. */
static bool is_digest(struct text hex,
                      const unsigned char digest[DIGEST_BYTES])
{
    char wanted[DIGEST_HEX + 1];
    digest_to_hex(digest, wanted);
    return text_same(hex, (struct text){wanted, DIGEST_HEX});
}

/* Reads the score: a whole number or null. Returns -1 if it is neither. */
static int read_score(struct value object, int *score)
{
    struct value v;
    uint64_t number;
    size_t len;
    if (!value_member(object, "score", 5, &v))
        return -1;
    *score = -1;
    if (value_kind(v) == JSON_NULL)
        return 0;
    const char *text = value_text(v, &len);
    if (!num_parse_bytes(text, len, 0, VERDICT_MOST, &number))
        return -1;
    *score = (int)number;
    return 0;
}

/* Reads the verdict of a line. Returns NULL, or what is wrong. */
static const char *read_verdict(struct value line, const struct exam *e,
                                struct verdict *v)
{
    unsigned char digest[DIGEST_BYTES];
    struct text answer = member(line, "answer");
    if (!text_same(member(line, "schema"),
                   (struct text){SCHEMA, strlen(SCHEMA)}))
        return "no verdict: 'schema' is not " SCHEMA;
    if (!text_same(member(line, "release"),
                   (struct text){e->root, DIGEST_HEX}))
        return "the verdict is on another release";
    v->question = exam_find(e, member(line, "id"));
    if (v->question == EXAM_NONE)
        return "the release does not ask this question";
    exam_digest(&e->questions[v->question], digest);
    if (!is_digest(member(line, "question"), digest))
        return "the release asks another question by this id";
    if (answer.len != DIGEST_HEX ||
        hex_decode(answer.text, answer.len, v->answer) < 0)
        return "'answer' is no SHA-256";
    if (read_score(line, &v->score) < 0)
        return "'score' is neither null nor a whole number up to 10";
    return NULL;
}

static void add(struct verdicts *v, struct verdict verdict)
{
    if (v->count == v->cap) {
        v->cap = v->cap * 2 + 256;
        v->list = xrealloc(v->list, v->cap, sizeof *v->list);
    }
    v->list[v->count++] = verdict;
}

static int order(const void *a, const void *b)
{
    const struct verdict *x = a, *y = b;
    if (x->question != y->question)
        return x->question < y->question ? -1 : 1;
    return memcmp(x->answer, y->answer, DIGEST_BYTES);
}

/* Tells of the first answer on which two verdicts differ. Returns how many such
 * there are. */
static int check(const struct verdicts *v, const struct exam *e)
{
    for (size_t i = 1; i < v->count; i++) {
        const struct verdict *a = &v->list[i - 1], *b = &v->list[i];
        if (order(a, b) != 0 || a->score == b->score)
            continue;
        struct text id = e->questions[b->question].id;
        diag_at((struct diag_place){b->file, b->line, NULL},
                "%.*s: %s:%llu says otherwise of the same answer",
                (int)id.len, id.text, a->file, (unsigned long long)a->line);
        return -1;
    }
    return 0;
}

enum exit_status verdicts_read(struct verdicts *v, const struct exam *e,
                               char **files, size_t count)
{
    struct intake in;
    struct json_tape tape = {0};
    if (count == 0)
        return EXIT_OK;
    if (intake_open(&in, files, (int)count, false, NULL) < 0)
        intake_fail(&in, EXIT_SYSTEM);
    intake_index(&in, &tape, VALUES);
    while (intake_next(&in)) {
        struct verdict new = {.file = in.file, .line = in.reader.number};
        const char *reason = read_verdict((struct value){&tape, 0}, e, &new);
        if (reason == NULL)
            add(v, new);
        else
            intake_refuse(&in, NULL, "%s", reason);
    }
    enum exit_status status = intake_close(&in);
    json_tape_release(&tape);
    if (v->count > 0)
        qsort(v->list, v->count, sizeof *v->list, order);
    if (status == EXIT_OK && check(v, e) < 0)
        status = EXIT_DATA;
    return status;
}

const struct verdict *verdicts_find(const struct verdicts *v, size_t question,
                                    struct text reply)
{
    struct verdict wanted = {.question = question};
    if (v->count == 0)
        return NULL;
    digest_bytes(reply.text, reply.len, wanted.answer);
    return bsearch(&wanted, v->list, v->count, sizeof *v->list, order);
}

void verdicts_release(struct verdicts *v)
{
    free(v->list);
    *v = (struct verdicts){0};
}
