#include "config.h"

#include "question_shape.h"

#include <stdbool.h>
#include <string.h>

#include "shape.h"

static const struct shape_member shape[] = {
    {"id", SHAPE_ID},
    {"set", SHAPE_ID},
    {"task", SHAPE_ID},
    {"modality", SHAPE_ID},
    {"fact", SHAPE_ID},
    {"pair", SHAPE_ID | SHAPE_NULL},
    {"twin", SHAPE_ID | SHAPE_NULL},
    {"image", SHAPE_ID | SHAPE_NULL},
    {"wording", SHAPE_TEXT},
    {"question", SHAPE_TEXT},
    {"options", SHAPE_OBJECT | SHAPE_OPTIONAL},
    {"answer", SHAPE_TEXT},
    {"value", SHAPE_TEXT},
    {"aliases", SHAPE_ARRAY},
    {"paraphrase", SHAPE_TEXT | SHAPE_OPTIONAL},
    {"perturbed", SHAPE_ARRAY | SHAPE_OPTIONAL},
    {NULL, 0},
};

static const struct shape_member options_shape[] = {
    {"A", SHAPE_TEXT}, {"B", SHAPE_TEXT}, {"C", SHAPE_TEXT},
    {"D", SHAPE_TEXT}, {NULL, 0},
};

static const struct shape_member perturbed_shape[] = {
    {"answer", SHAPE_TEXT},
    {"value", SHAPE_TEXT},
    {NULL, 0},
};

static bool is_one(const cJSON *q, const char *member, const char *words)
{
    const char *text = shape_text(q, member);
    size_t len = strlen(text);
    for (const char *at = words; *at != '\0'; at += strcspn(at, " ")) {
        at += strspn(at, " ");
        if (strcspn(at, " ") == len && strncmp(at, text, len) == 0)
            return true;
    }
    return false;
}

static bool has(const cJSON *q, const char *member)
{
    return cJSON_GetObjectItemCaseSensitive(q, member) != NULL;
}

static const char *check_words(const cJSON *q)
{
    if (!is_one(q, "set", "train eval test base probe"))
        return "an unknown set";
    if (!is_one(q, "task", "choice open cloze"))
        return "an unknown task";
    if (!is_one(q, "modality", "text image"))
        return "an unknown modality";
    if (!shape_items(cJSON_GetObjectItemCaseSensitive(q, "aliases"),
                     SHAPE_TEXT))
        return "aliases that are not texts";
    return NULL;
}

/* True if no text in it, at any depth, is longer than `limit`. */
static bool fits(const cJSON *value, size_t limit)
{
    if (cJSON_IsString(value))
        return strlen(value->valuestring) <= limit;
    for (const cJSON *m = value->child; m != NULL; m = m->next)
        if (!fits(m, limit))
            return false;
    return true;
}

/* Texts are searched for every spelling of the value, which takes time by the
 * length of either. */
static const char *check_sizes(const cJSON *q)
{
    const cJSON *aliases = cJSON_GetObjectItemCaseSensitive(q, "aliases");
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(q, "value");
    if (cJSON_GetArraySize(aliases) > QUESTION_SHAPE_ALIASES)
        return "more than 16 aliases";
    if (!fits(value, QUESTION_SHAPE_VALUE) ||
        !fits(aliases, QUESTION_SHAPE_VALUE))
        return "a value or an alias longer than 256 bytes";
    if (!fits(q, QUESTION_SHAPE_TEXT))
        return "a text longer than 2048 bytes";
    return NULL;
}

/* Which members there must be, and must not be, is the task's. */
static const char *check_task(const cJSON *q)
{
    const char *task = shape_text(q, "task");
    bool choice = strcmp(task, "choice") == 0;
    bool open = strcmp(task, "open") == 0;
    if (has(q, "options") != choice)
        return "options where there must be none, or none";
    if (has(q, "paraphrase") != open || has(q, "perturbed") != open)
        return "a paraphrase or perturbed answers where there must be none, "
               "or none";
    if (choice && !is_one(q, "answer", "A B C D"))
        return "an answer that is no letter from A to D";
    return NULL;
}

static int check_parts(const cJSON *q, struct buf *why)
{
    const cJSON *options = cJSON_GetObjectItemCaseSensitive(q, "options");
    const cJSON *perturbed = cJSON_GetObjectItemCaseSensitive(q, "perturbed");
    if (options != NULL &&
        shape_check(options, "options", options_shape, why) < 0)
        return -1;
    const cJSON *p = perturbed != NULL ? perturbed->child : NULL;
    for (; p != NULL; p = p->next)
        if (shape_check(p, "a perturbed answer", perturbed_shape, why) < 0)
            return -1;
    if (perturbed == NULL || cJSON_GetArraySize(perturbed) == 5)
        return 0;
    buf_puts(why, "other than five perturbed answers");
    return -1;
}

int question_shape_check(const cJSON *question, struct buf *why)
{
    const char *id = shape_text(question, "id");
    buf_printf(why, "question %s: ", id != NULL ? id : "without an id");
    if (shape_check(question, "it", shape, why) < 0)
        return -1;
    const char *reason = check_words(question);
    if (reason == NULL)
        reason = check_task(question);
    if (reason == NULL)
        reason = check_sizes(question);
    if (reason != NULL) {
        buf_printf(why, "it has %s", reason);
        return -1;
    }
    if (check_parts(question, why) < 0)
        return -1;
    buf_clear(why);
    return 0;
}
