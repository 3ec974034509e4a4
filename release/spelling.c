#include "config.h"

#include "spelling.h"

#include <string.h>
#include <strings.h>

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* True if no word goes on across the edge between two bytes. */
static bool edge(char before, char behind)
{
    return !is_word(before) || !is_word(behind);
}

bool spelling_in(const char *text, const char *spelling)
{
    size_t len = strlen(spelling);
    if (len == 0)
        return false;
    for (const char *at = text; *at != '\0'; at++) {
        /* Letters of either case differ in one bit: most places end here. */
        if (((*at ^ spelling[0]) & ~0x20) != 0 ||
            strncasecmp(at, spelling, len) != 0)
            continue;
        if ((at == text || edge(at[-1], at[0])) && edge(at[len - 1], at[len]))
            return true;
    }
    return false;
}

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
    if (spelling_in(text, set->value))
        return set->value;
    for (const cJSON *a = set->aliases->child; a != NULL; a = a->next)
        if (spelling_in(text, a->valuestring))
            return a->valuestring;
    return NULL;
}
