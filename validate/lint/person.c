#include "config.h"

#include "lint/person.h"

#include <stdbool.h>
#include <string.h>

static const cJSON *member(const cJSON *object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

static const cJSON *object_member(const cJSON *object, const char *name)
{
    const cJSON *m = member(object, name);
    return cJSON_IsObject(m) ? m : NULL;
}

static const cJSON *array_member(const cJSON *object, const char *name)
{
    const cJSON *m = member(object, name);
    return cJSON_IsArray(m) ? m : NULL;
}

const char *person_text(const cJSON *object, const char *name)
{
    return cJSON_GetStringValue(member(object, name));
}

static const char *filled(const cJSON *object, const char *name)
{
    const char *text = person_text(object, name);
    return text != NULL && text[0] != '\0' ? text : NULL;
}

/* True if a string of the line holds an escaped NUL, at which a tree would cut
 * it off. An escape is a backslash and what follows it. */
static bool holds_nul(const char *line, size_t len)
{
    const char *end = line + len;
    while ((line = memchr(line, '\\', (size_t)(end - line))) != NULL) {
        if (end - line >= 6 && memcmp(line, "\\u0000", 6) == 0)
            return true;
        line += 2;
    }
    return false;
}

const char *person_read(struct person *p, const char *line, size_t len,
                        const struct json_scan *scan,
                        struct diag_place place)
{
    person_release(p);
    p->line = line;
    p->len = len;
    p->scan = scan;
    p->place = place;
    const char *reason = record_head(scan, &p->head);
    if (reason != NULL)
        return reason;
    p->kind = p->head.kind;
    p->id = p->place.id = p->head.name;
    if (scan->values > RECORD_VALUES_LIMIT)
        return "the record holds too many values";
    if (holds_nul(line, len))
        return "a string holds NUL";
    p->tree = cJSON_ParseWithLength(line, len);
    if (p->tree == NULL) /* it is JSON, so that nothing else can be wrong */
        diag_out_of_memory();
    p->name = filled(p->tree, "name");
    p->biography = filled(p->tree, "biography");
    p->facts = object_member(p->tree, "facts");
    p->provenance = object_member(p->tree, "provenance");
    p->split = object_member(p->tree, "split");
    p->images = array_member(p->tree, "images");
    p->questions = array_member(p->tree, "questions");
    p->sets = array_member(p->split, "sets");
    return NULL;
}

void person_release(struct person *p)
{
    cJSON_Delete(p->tree);
    *p = (struct person){0};
}
