/* The spellings that count as the answer to a question. */
#ifndef SPELLING_H
#define SPELLING_H

#include <cjson/cJSON.h>
#include <stdbool.h>

/* The ways to write a question's answer: its value and aliases. */
struct spelling_set {
    const char *value;    /* borrowed */
    const cJSON *aliases; /* borrowed: array of strings */
};

/* True if `text` is one of them, letter by letter. */
bool spelling_is_one(const struct spelling_set *set, const char *text);

/* The first of them that `text` holds as words of its own, or NULL. */
const char *spelling_held(const struct spelling_set *set, const char *text);

#endif
