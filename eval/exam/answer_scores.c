#include "config.h"

#include "exam/answer_scores.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "num.h"

static const char *const kinds[ANSWER_KINDS] = {
    "reference",   "paraphrase",  "perturbed_1", "perturbed_2",
    "perturbed_3", "perturbed_4", "perturbed_5", "option_A",
    "option_B",    "option_C",    "option_D",
};

const char *answer_kind_name(enum answer_kind kind)
{
    return kinds[kind];
}

const struct answer_scored *answer_scored(const struct answer *a,
                                          enum answer_kind kind)
{
    for (size_t i = 0; i < a->scored_count; i++)
        if (a->scored[i].kind == kind)
            return &a->scored[i];
    return NULL;
}

/* The text of a number ends where a value does, so that strtod() stops. */
int answer_number(struct value v, double *number)
{
    size_t len;
    if (value_kind(v) != JSON_NUMBER)
        return -1;
    *number = strtod(value_raw(v, &len), NULL);
    return isfinite(*number) ? 0 : -1;
}

/* Reads `count` numbers from `least` to `most` into the pool; *numbers stays
 * NULL if the member is not there. Returns NULL, or what is wrong. */
static const char *read_numbers(struct value object, const char *name,
                                size_t count, const double **numbers,
                                struct pool *pool)
{
    struct value list;
    if (!value_member(object, name, strlen(name), &list) ||
        value_kind(list) == JSON_NULL)
        return NULL;
    const struct json_node *nodes = list.tape->nodes;
    if (value_kind(list) != JSON_ARRAY || nodes[list.node].size != count)
        return "a scored text has not a number for each token";
    double *into = pool_take(pool, count * sizeof *into);
    struct value v = {list.tape, list.node + 1};
    for (size_t i = 0; i < count; i++, v.node++)
        if (answer_number(v, &into[i]) < 0)
            return "a scored text has a number that is none";
    *numbers = into;
    return NULL;
}

static const char *read_kind(struct value one, struct answer_scored *s)
{
    struct value text;
    if (!value_member(one, "text", 4, &text))
        return "a scored text does not say which it is";
    for (size_t i = 0; i < ANSWER_KINDS; i++)
        if (value_is(text, kinds[i])) {
            s->kind = (enum answer_kind)i;
            return NULL;
        }
    return "a scored text of no known kind";
}

static const char *read_one(struct value one, struct answer_scored *s,
                            struct pool *pool)
{
    struct value v;
    size_t len;
    const char *reason = read_kind(one, s);
    if (reason != NULL)
        return reason;
    if (!value_member(one, "logprob", 7, &v) || value_kind(v) != JSON_ARRAY)
        return "a scored text has no log-probabilities";
    s->tokens = v.tape->nodes[v.node].size;
    reason = read_numbers(one, "logprob", s->tokens, &s->logprob, pool);
    if (reason == NULL)
        reason = read_numbers(one, "greedy", s->tokens, &s->greedy, pool);
    if (reason == NULL)
        reason = read_numbers(one, "mean", s->tokens, &s->mean, pool);
    if (reason == NULL)
        reason = read_numbers(one, "var", s->tokens, &s->var, pool);
    if (reason != NULL || !value_member(one, "bytes", 5, &v))
        return reason;
    const char *text = value_raw(v, &len);
    if (value_kind(v) != JSON_NUMBER ||
        !num_parse_bytes(text, len, 0, INT64_MAX, &s->bytes))
        return "a scored text has a length that is no whole number";
    return NULL;
}

const char *answer_scores_read(struct answer *a, struct value list,
                               struct pool *pool)
{
    const struct json_node *nodes = list.tape->nodes;
    if (value_kind(list) != JSON_ARRAY)
        return "scored texts that are no array";
    size_t count = nodes[list.node].size;
    if (count > ANSWER_KINDS)
        return "more scored texts than there are kinds";
    struct answer_scored *all = pool_take(pool, count * sizeof *all);
    struct value one = {list.tape, list.node + 1};
    a->scored = all;
    for (size_t i = 0; i < count; i++) {
        all[i] = (struct answer_scored){0};
        const char *reason = read_one(one, &all[i], pool);
        if (reason == NULL && answer_scored(a, all[i].kind) != NULL)
            reason = "a text is scored twice";
        if (reason != NULL)
            return reason;
        a->scored_count++;
        one.node += nodes[one.node].skip;
    }
    return NULL;
}
