#include "config.h"

#include "exam/answer_line.h"

#include <math.h>
#include <string.h>

#include "exam/answer_scores.h"
#include "num.h"

#define SCHEMA "palimpsest/answer/1"

static bool member(struct value object, const char *name, struct value *v)
{
    return value_member(object, name, strlen(name), v);
}

/* A string member as it stands. Returns false if there is none. */
static bool raw(struct value object, const char *name, struct text *text)
{
    struct value v;
    if (!member(object, name, &v) || value_kind(v) != JSON_STRING)
        return false;
    text->text = value_raw(v, &text->len);
    return true;
}

struct text answer_line_text(struct value object, const char *name,
                             struct pool *pool, struct buf *scratch)
{
    struct value v;
    size_t len;
    if (!member(object, name, &v) || value_kind(v) != JSON_STRING)
        return (struct text){NULL, 0};
    const char *text = value_string(v, scratch, &len);
    return pool_text(pool, text, len);
}

/* Whose answer it is, to what. */
static const char *read_head(struct answer_line *line, struct value root)
{
    struct value v;
    if (!member(root, "schema", &v) || !value_is(v, SCHEMA))
        return "no answer: its schema is not '" SCHEMA "'";
    if (!raw(root, "id", &line->id) ||
        !raw(root, "question", &line->question) ||
        !raw(root, "release", &line->release))
        return "an answer lacks id, question or release";
    if (!member(root, "model", &line->model) ||
        !raw(line->model, "name", &line->model_name))
        return "an answer does not name its model";
    struct text name;
    if (!member(root, "prompt", &line->prompt) ||
        !raw(line->prompt, "name", &name) ||
        !raw(line->prompt, "sha256", &line->prompt_sha256))
        return "an answer does not name its prompt";
    line->has_shots = member(root, "shots", &line->shots);
    if (line->has_shots && value_kind(line->shots) != JSON_ARRAY)
        return "demonstrations that are no array";
    return NULL;
}

static const char *read_letters(struct answer *a, struct value root)
{
    static const char *const letters[EXAM_OPTIONS] = {"A", "B", "C", "D"};
    struct value object, v;
    if (!member(root, "letters", &object) || value_kind(object) == JSON_NULL)
        return NULL;
    if (value_kind(object) != JSON_OBJECT)
        return "letters that are no object";
    for (size_t i = 0; i < EXAM_OPTIONS; i++) {
        a->letters[i] = -INFINITY;
        if (member(object, letters[i], &v) &&
            answer_number(v, &a->letters[i]) < 0)
            return "the log-probability of a letter is no number";
    }
    a->lettered = true;
    return NULL;
}

int64_t answer_line_count(struct value object, const char *name)
{
    struct value v;
    size_t len;
    uint64_t count;
    if (!member(object, name, &v) || value_kind(v) != JSON_NUMBER)
        return -1;
    const char *text = value_raw(v, &len);
    bool good = num_parse_bytes(text, len, 0, (uint64_t)1 << 53, &count);
    return good ? (int64_t)count : -1;
}

const char *answer_line_read(struct answer_line *line,
                             const struct json_tape *tape, struct pool *pool,
                             struct buf *scratch)
{
    struct value root = {tape, 0}, v;
    struct answer *a = &line->answer;
    *line = (struct answer_line){0};
    const char *reason = read_head(line, root);
    if (reason != NULL)
        return reason;
    a->response = answer_line_text(root, "response", pool, scratch);
    if (a->response.text == NULL)
        return "an answer has no response";
    a->finish = answer_line_text(root, "finish", pool, scratch);
    a->prompt_tokens = a->completion_tokens = -1;
    if (member(root, "tokens", &v)) {
        a->prompt_tokens = answer_line_count(v, "prompt");
        a->completion_tokens = answer_line_count(v, "completion");
    }
    reason = read_letters(a, root);
    if (reason == NULL && member(root, "scored", &v) &&
        value_kind(v) != JSON_NULL)
        reason = answer_scores_read(a, v, pool);
    a->present = true;
    return reason;
}
