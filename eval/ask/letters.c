#include "config.h"

#include "ask/letters.h"

#include <math.h>
#include <string.h>

#include "exam/answer_scores.h"

/* How tokenizers write a blank and a line end within a token. */
static const char *const blanks[] = {" ",  "\t", "\n", "\r", "\xe2\x96\x81",
                                     "\xc4\xa0", "\xc4\x8a", NULL};

/* Bytes of the blank at the start of a text, 0 if there is none. */
static size_t blank_at(struct text t)
{
    for (size_t i = 0; blanks[i] != NULL; i++) {
        size_t len = strlen(blanks[i]);
        if (t.len >= len && memcmp(t.text, blanks[i], len) == 0)
            return len;
    }
    return 0;
}

static struct text skip_blanks(struct text t)
{
    for (size_t len; (len = blank_at(t)) > 0;)
        t = (struct text){t.text + len, t.len - len};
    return t;
}

/* The letter that a token is, 0 for A, or EXAM_OPTIONS. */
static size_t letter_of(struct text token)
{
    struct text t = skip_blanks(token);
    if (t.len == 0 || t.text[0] < 'A' || t.text[0] >= 'A' + EXAM_OPTIONS)
        return EXAM_OPTIONS;
    struct text rest = skip_blanks((struct text){t.text + 1, t.len - 1});
    return rest.len == 0 ? (size_t)(t.text[0] - 'A') : EXAM_OPTIONS;
}

/* Reads {"token":..,"logprob":..}. Returns false if it is none. */
static bool read_token(struct value v, struct buf *scratch,
                       struct text *token, double *logprob)
{
    struct value text, number;
    if (!value_member(v, "token", 5, &text) ||
        value_kind(text) != JSON_STRING ||
        !value_member(v, "logprob", 7, &number) ||
        answer_number(number, logprob) < 0)
        return false;
    token->text = value_string(text, scratch, &token->len);
    return true;
}

/* The logarithm of a sum of probabilities, which rounding may put above 1. */
static double add_logs(double a, double b)
{
    double most = a > b ? a : b, least = a > b ? b : a;
    if (least == -INFINITY)
        return most;
    double sum = most + log1p(exp(least - most));
    return sum < 0 ? sum : 0;
}

bool letters_blank(struct text token)
{
    return skip_blanks(token).len == 0;
}

void letters_begin(double letters[EXAM_OPTIONS])
{
    for (size_t i = 0; i < EXAM_OPTIONS; i++)
        letters[i] = -INFINITY;
}

void letters_add(struct text token, double logprob,
                 double letters[EXAM_OPTIONS])
{
    size_t letter = letter_of(token);
    if (letter < EXAM_OPTIONS)
        letters[letter] = add_logs(letters[letter], logprob < 0 ? logprob : 0);
}

/* Adds the likeliest tokens. Returns whether `chosen` is among them. */
static bool add_top(struct value place, struct text chosen,
                    struct buf *scratch, double letters[EXAM_OPTIONS])
{
    struct value top, v;
    struct text token;
    double logprob;
    bool among = false;
    if (!value_member(place, "top_logprobs", 12, &top) ||
        value_kind(top) != JSON_ARRAY)
        return false;
    const struct json_node *nodes = top.tape->nodes;
    v = (struct value){top.tape, top.node + 1};
    for (size_t i = 0; i < nodes[top.node].size; i++) {
        if (read_token(v, scratch, &token, &logprob)) {
            letters_add(token, logprob, letters);
            among = among || text_same(token, chosen);
        }
        v.node += nodes[v.node].skip;
    }
    return among;
}

/* Reads the letters at a place, of which `chosen` was taken. */
static void read_place(struct value place, struct text chosen, double logprob,
                       double letters[EXAM_OPTIONS])
{
    struct buf scratch = BUF_EMPTY;
    letters_begin(letters);
    if (!add_top(place, chosen, &scratch, letters))
        letters_add(chosen, logprob, letters);
    buf_release(&scratch);
}

bool letters_read(struct value logprobs, struct buf *scratch,
                  double letters[EXAM_OPTIONS])
{
    struct value content, place;
    struct text token;
    double logprob;
    if (!value_member(logprobs, "content", 7, &content) ||
        value_kind(content) != JSON_ARRAY)
        return false;
    const struct json_node *nodes = content.tape->nodes;
    place = (struct value){content.tape, content.node + 1};
    for (size_t i = 0; i < nodes[content.node].size; i++) {
        if (!read_token(place, scratch, &token, &logprob))
            return false;
        if (!letters_blank(token)) {
            read_place(place, token, logprob, letters);
            return true;
        }
        place.node += nodes[place.node].skip;
    }
    return false;
}
