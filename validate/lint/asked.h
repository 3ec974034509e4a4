/* One question of a person, its members named; a borrowed view of the record's
 * tree. */
#ifndef LINT_ASKED_H
#define LINT_ASKED_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

#define ASKED_OPTIONS 26 /* options that are looked at: letters A to Z */
#define ASKED_ALIASES 64 /* aliases, at most: of a longer list none counts */

enum asked_task { ASKED_CHOICE, ASKED_OPEN, ASKED_CLOZE, ASKED_TASKS };

/* Texts are "" where the member is absent, null or no string. */
struct asked {
    const char *id, *set, *fact, *twin, *image, *wording;
    const char *question, *answer, *value;
    enum asked_task task; /* ASKED_TASKS for another one */
    bool of_image;        /* its modality */
    bool of_text;
    const cJSON *options; /* of a choice, or NULL */
    const cJSON *aliases; /* or NULL */
    size_t option_count;  /* at most ASKED_OPTIONS */
    int right;            /* place of the right option, from 0; or -1 */
};

void asked_read(struct asked *a, const cJSON *question);

/* "choice", "open", "cloze" or "other". */
const char *asked_task_name(enum asked_task task);

/* The text of option `place`; "" if it is no string or not there. */
const char *asked_option(const struct asked *a, int place);

/* What counts as the answer where answers are compared: the right option, or
 * the value, or without one the answer as it stands. */
const char *asked_truth(const struct asked *a);

/* True if `text` is the value or one of its aliases, letter case of ASCII
 * aside. */
bool asked_is_value(const struct asked *a, const char *text);

/* The string member of an object, or "". */
const char *asked_text(const cJSON *object, const char *name);

#endif
