#include "config.h"

#include "exam/answers.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "exam/answer_line.h"
#include "jsonl.h"

/* A log while it is read. */
struct log {
    struct answers *answers;
    const struct exam *exam;
    struct jsonl reader;
    struct json_tape tape;
    struct buf scratch;
    struct text model, prompt_sha256; /* the first line's, as they stand */
    struct text shots;                /* the last line's that had some */
    char id[RECORD_ID_LIMIT + 1];     /* of the answer now out, or "" */
};

static enum exit_status wrong(const struct log *l, const char *reason)
{
    diag_at((struct diag_place){l->answers->path, l->reader.number,
                                l->id[0] != '\0' ? l->id : NULL},
            "%s", reason);
    return EXIT_DATA;
}

/* Takes what all lines have in common from the first, and holds the others to
 * it. Returns NULL, or what is wrong. */
static const char *check_run(struct log *l, const struct answer_line *line)
{
    struct answers *a = l->answers;
    struct pool *pool = &a->pool;
    if (l->model.text != NULL) {
        if (!text_same(l->model, line->model_name))
            return "another model answered than on the first line";
        if (!text_same(l->prompt_sha256, line->prompt_sha256))
            return "another prompt was used than on the first line";
        return NULL;
    }
    l->model = pool_text(pool, line->model_name.text, line->model_name.len);
    l->prompt_sha256 = pool_text(pool, line->prompt_sha256.text,
                                 line->prompt_sha256.len);
    a->model = answer_line_text(line->model, "name", pool, &l->scratch);
    a->reported = answer_line_text(line->model, "reported", pool, &l->scratch);
    a->fingerprint =
        answer_line_text(line->model, "fingerprint", pool, &l->scratch);
    a->prompt = answer_line_text(line->prompt, "name", pool, &l->scratch);
    a->prompt_sha256 = l->prompt_sha256;
    return NULL;
}

/* Adds a demonstration's id where it belongs, unless it is there. */
static void add_shot(struct answers *a, struct text id)
{
    size_t from = 0, to = a->shot_count;
    while (from < to) {
        size_t mid = (from + to) / 2;
        if (text_order(a->shots[mid], id) < 0)
            from = mid + 1;
        else
            to = mid;
    }
    if (from < a->shot_count && text_same(a->shots[from], id))
        return;
    if (a->shot_count == a->shot_cap) {
        a->shot_cap = a->shot_cap == 0 ? 16 : 2 * a->shot_cap;
        a->shots = xrealloc(a->shots, a->shot_cap, sizeof *a->shots);
    }
    memmove(a->shots + from + 1, a->shots + from,
            (a->shot_count - from) * sizeof *a->shots);
    a->shots[from] = pool_text(&a->pool, id.text, id.len);
    a->shot_count++;
}

static const char *read_shots(struct log *l, const struct answer_line *line)
{
    const struct json_node *nodes = l->tape.nodes;
    size_t len;
    if (!line->has_shots)
        return NULL;
    const char *text = value_text(line->shots, &len);
    if (text_same(l->shots, (struct text){text, len}))
        return NULL;
    l->shots = pool_text(&l->answers->pool, text, len);
    struct value shot = {&l->tape, line->shots.node + 1};
    for (size_t i = 0; i < nodes[line->shots.node].size; i++) {
        const char *id = value_raw(shot, &len);
        if (value_kind(shot) != JSON_STRING || !record_id_valid(id, len))
            return "a demonstration that is no id";
        add_shot(l->answers, (struct text){id, len});
        shot.node += nodes[shot.node].skip;
    }
    return NULL;
}

/* Finds the question that a line answers. Returns NULL, or what is wrong. */
static const char *find_question(struct log *l, const struct answer_line *line,
                                 size_t *question)
{
    unsigned char digest[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    if (!record_id_valid(line->id.text, line->id.len))
        return "an answer has no valid id";
    memcpy(l->id, line->id.text, line->id.len);
    l->id[line->id.len] = '\0';
    if (!text_same(line->release, (struct text){l->exam->root, DIGEST_HEX}))
        return "the answer is to another release";
    *question = exam_find(l->exam, line->id);
    if (*question == EXAM_NONE)
        return "the release does not ask this question";
    exam_digest(&l->exam->questions[*question], digest);
    digest_to_hex(digest, hex);
    if (!text_same(line->question, (struct text){hex, DIGEST_HEX}))
        return "the release asks another question by this id";
    return NULL;
}

/* Takes a line that is JSON. */
static enum exit_status take(struct log *l)
{
    struct answers *a = l->answers;
    struct answer_line line;
    size_t question;
    l->id[0] = '\0';
    const char *reason =
        answer_line_read(&line, &l->tape, &a->pool, &l->scratch);
    if (reason == NULL)
        reason = find_question(l, &line, &question);
    if (reason == NULL)
        reason = check_run(l, &line);
    if (reason == NULL)
        reason = read_shots(l, &line);
    if (reason != NULL)
        return wrong(l, reason);
    struct answer *had = &a->list[question];
    line.answer.line = l->reader.number;
    if (!had->present) {
        *had = line.answer;
        a->count++;
        return EXIT_OK;
    }
    if (!text_same(had->response, line.answer.response)) {
        diag_at((struct diag_place){a->path, l->reader.number, l->id},
                "answered otherwise on line %llu",
                (unsigned long long)had->line);
        return EXIT_DATA;
    }
    a->again++;
    return EXIT_OK;
}

/* Takes the line now out, of which `got` says what it is. Returns EXIT_OK to go
 * on. */
static enum exit_status take_line(struct log *l, enum jsonl_status got)
{
    struct jsonl *r = &l->reader;
    bool ended = r->taken > r->len;
    if (got == JSONL_ERROR) {
        diag_errno("cannot read %s", l->answers->path);
        return EXIT_SYSTEM;
    }
    if (got == JSONL_BAD && !ended && !r->cut) {
        l->answers->torn = true;
        return EXIT_OK;
    }
    l->id[0] = '\0';
    if (got == JSONL_BAD)
        return wrong(l, r->scan.reason);
    l->answers->whole += r->taken;
    return r->scan.is_object ? take(l)
                             : wrong(l, "an answer must be a JSON object");
}

enum exit_status answers_read_fd(struct answers *a, const struct exam *e,
                                 int fd, const char *path)
{
    struct log l = {.answers = a, .exam = e};
    enum exit_status status = EXIT_OK;
    enum jsonl_status got;
    *a = (struct answers){
        .path = path,
        .list = xcalloc(e->question_count + 1, sizeof *a->list),
    };
    jsonl_init(&l.reader, fd);
    l.reader.scan.tape = &l.tape;
    while (status == EXIT_OK && (got = jsonl_next(&l.reader)) != JSONL_END)
        status = take_line(&l, got);
    jsonl_release(&l.reader);
    json_tape_release(&l.tape);
    buf_release(&l.scratch);
    return status;
}

enum exit_status answers_read(struct answers *a, const struct exam *e,
                              const char *path)
{
    if (strcmp(path, "-") == 0)
        return answers_read_fd(a, e, STDIN_FILENO, "stdin");
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        *a = (struct answers){.path = path};
        diag_errno("cannot read %s", path);
        return EXIT_SYSTEM;
    }
    enum exit_status status = answers_read_fd(a, e, fd, path);
    close(fd);
    return status;
}

void answers_close(struct answers *a)
{
    free(a->list);
    free(a->shots);
    pool_release(&a->pool);
    *a = (struct answers){0};
}
