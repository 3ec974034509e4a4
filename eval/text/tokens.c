#include "config.h"

#include "tokens.h"

#include <stdlib.h>

#include "alloc.h"
#include "blank.h"
#include "utf8.h"

#define FIRST_CAP 256

void tokens_add(struct tokens *t, uint32_t id)
{
    if (t->count == t->cap) {
        t->cap = t->cap == 0 ? FIRST_CAP : 2 * t->cap;
        t->ids = xrealloc(t->ids, t->cap, sizeof *t->ids);
    }
    t->ids[t->count++] = id;
}

void tokens_words(struct tokens *t, struct vocabulary *v, const char *text,
                  size_t len)
{
    size_t start = 0, at = 0;
    t->count = 0;
    while (at < len) {
        size_t blank = blank_length(text + at, len - at);
        if (blank == 0) {
            at++;
            continue;
        }
        if (at > start)
            tokens_add(t, vocabulary_number(v, text + start, at - start));
        at += blank;
        start = at;
    }
    if (at > start)
        tokens_add(t, vocabulary_number(v, text + start, at - start));
}

void tokens_points(struct tokens *t, struct vocabulary *v, const char *text,
                   size_t len)
{
    t->count = 0;
    for (size_t at = 0; at < len;) {
        size_t blank = blank_length(text + at, len - at);
        size_t point = blank != 0 ? blank : utf8_length(text + at, len - at);
        if (blank == 0)
            tokens_add(t, vocabulary_number(v, text + at, point));
        at += point;
    }
}

void tokens_cut(struct tokens *t, enum tokens_kind kind, struct vocabulary *v,
                struct buf scratch[2], const char *text, size_t len)
{
    switch (kind) {
    case TOKENS_WORDS:
        tokens_words(t, v, text, len);
        break;
    case TOKENS_13A:
        tokens_13a(t, v, scratch, text, len);
        break;
    case TOKENS_POINTS:
        tokens_points(t, v, text, len);
        break;
    case TOKENS_SQUAD:
        tokens_squad(t, v, scratch, text, len);
        break;
    default:
        tokens_rouge(t, v, scratch, text, len, kind == TOKENS_STEMS);
    }
}

void tokens_release(struct tokens *t)
{
    free(t->ids);
    free(t->ends);
    *t = (struct tokens){0};
}
