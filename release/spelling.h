/* Whether a text holds a spelling: letter case of ASCII aside, and not inside
 * a longer word. A word is letters and digits; all bytes beyond ASCII count as
 * letters. */
#ifndef SPELLING_H
#define SPELLING_H

#include <cjson/cJSON.h>
#include <stdbool.h>

bool spelling_in(const char *text, const char *spelling);

/* The ways to write a question's answer: its value and aliases. */
struct spelling_set {
    const char *value;    /* borrowed */
    const cJSON *aliases; /* borrowed: array of strings */
};

/* True if `text` is one of them, letter by letter. */
bool spelling_is_one(const struct spelling_set *set, const char *text);

/* The first of them that `text` holds, or NULL. */
const char *spelling_held(const struct spelling_set *set, const char *text);

#endif
