#include "config.h"

#include "shape.h"

#include <string.h>

#include "canonical.h"
#include "digest.h"
#include "record.h"

bool shape_hex(const char *text)
{
    return strlen(text) == DIGEST_HEX &&
           strspn(text, "0123456789abcdef") == DIGEST_HEX;
}

static bool is_string(const char *text, unsigned types)
{
    return ((types & SHAPE_TEXT) != 0 && text[0] != '\0') ||
           ((types & SHAPE_ID) != 0 &&
            record_id_valid(text, strlen(text))) ||
           ((types & SHAPE_HEX) != 0 && shape_hex(text));
}

static bool is_number(double value, unsigned types)
{
    double max = (double)CANONICAL_MAX;
    if (!(value >= -max && value <= max) || value != (double)(int64_t)value)
        return false;
    return (types & SHAPE_INTEGER) != 0 ||
           ((types & SHAPE_COUNT) != 0 && value >= 0);
}

bool shape_is(const cJSON *value, unsigned types)
{
    if (cJSON_IsString(value))
        return is_string(value->valuestring, types);
    if (cJSON_IsNumber(value))
        return is_number(value->valuedouble, types);
    return (cJSON_IsBool(value) && (types & SHAPE_BOOL) != 0) ||
           (cJSON_IsObject(value) && (types & SHAPE_OBJECT) != 0) ||
           (cJSON_IsArray(value) && (types & SHAPE_ARRAY) != 0) ||
           (cJSON_IsNull(value) && (types & SHAPE_NULL) != 0);
}

static const struct shape_member *find(const struct shape_member *shape,
                                       const char *name)
{
    for (; shape->name != NULL; shape++)
        if (strcmp(shape->name, name) == 0)
            return shape;
    return NULL;
}

/* Steps over the optional members before `name`. */
static const struct shape_member *skip_optional(
    const struct shape_member *shape, const char *name)
{
    while (shape->name != NULL && (shape->types & SHAPE_OPTIONAL) != 0 &&
           strcmp(shape->name, name) != 0)
        shape++;
    return shape;
}

static int unexpected(const cJSON *object, const char *where,
                      const struct shape_member *shape,
                      const struct shape_member *wanted, const char *name,
                      struct buf *why)
{
    if (find(shape, name) == NULL)
        buf_printf(why, "%s has an unknown member '%s'", where, name);
    else if (wanted->name != NULL &&
             cJSON_GetObjectItemCaseSensitive(object, wanted->name) == NULL)
        buf_printf(why, "%s lacks its member '%s'", where, wanted->name);
    else
        buf_printf(why, "%s has its member '%s' out of order", where, name);
    return -1;
}

int shape_check(const cJSON *object, const char *where,
                const struct shape_member *shape, struct buf *why)
{
    if (!cJSON_IsObject(object)) {
        buf_printf(why, "%s is not an object", where);
        return -1;
    }
    const struct shape_member *next = shape;
    for (const cJSON *m = object->child; m != NULL; m = m->next) {
        next = skip_optional(next, m->string);
        if (next->name == NULL || strcmp(next->name, m->string) != 0)
            return unexpected(object, where, shape, next, m->string, why);
        if (!shape_is(m, next->types)) {
            buf_printf(why, "%s: '%s' has a wrong type or form", where,
                       m->string);
            return -1;
        }
        next++;
    }
    next = skip_optional(next, "");
    if (next->name == NULL)
        return 0;
    buf_printf(why, "%s lacks its member '%s'", where, next->name);
    return -1;
}

const char *shape_text(const cJSON *object, const char *name)
{
    return cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(object, name));
}

bool shape_items(const cJSON *array, unsigned types)
{
    if (!cJSON_IsArray(array))
        return false;
    for (const cJSON *item = array->child; item != NULL; item = item->next)
        if (!shape_is(item, types))
            return false;
    return true;
}
