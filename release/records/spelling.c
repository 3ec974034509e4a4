#include "config.h"

#include "spelling.h"

#include <string.h>

#include "words.h"

bool spelling_is_one(const struct spelling_set *set, const char *text)
{
    if (strcmp(set->value, text) == 0)
        return true;
    for (const cJSON *a = set->aliases->child; a != NULL; a = a->next)
        if (strcmp(a->valuestring, text) == 0)
            return true;
    return false;
}

const char *spelling_held(const struct spelling_set *set, const char *text)
{
    if (words_in(text, set->value))
        return set->value;
    for (const cJSON *a = set->aliases->child; a != NULL; a = a->next)
        if (words_in(text, a->valuestring))
            return a->valuestring;
    return NULL;
}
