#include "config.h"

#include "words.h"

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

bool words_at(const char *text, const char *at, const char *part, size_t len)
{
    return strncasecmp(at, part, len) == 0 &&
           (at == text || edge(at[-1], at[0])) && edge(at[len - 1], at[len]);
}

const char *words_next(const char *text, size_t *len)
{
    while (*text != '\0' && !is_word(*text))
        text++;
    for (*len = 0; is_word(text[*len]);)
        ++*len;
    return *len > 0 ? text : NULL;
}

/* The first place of `part` in text[from..], or NULL. */
static const char *find(const char *text, const char *from, const char *part,
                        size_t len)
{
    for (const char *at = from; *at != '\0'; at++) {
        /* Letters of either case differ in one bit: most places end here. */
        if (((*at ^ part[0]) & ~0x20) == 0 && words_at(text, at, part, len))
            return at;
    }
    return NULL;
}

bool words_in(const char *text, const char *part)
{
    return part[0] != '\0' && find(text, text, part, strlen(part)) != NULL;
}

size_t words_times(const char *text, const char *part)
{
    size_t len = strlen(part), times = 0;
    const char *at = len > 0 ? find(text, text, part, len) : NULL;
    while (at != NULL) {
        times++;
        at = find(text, at + len, part, len);
    }
    return times;
}

bool words_at_most(const char *text, size_t most)
{
    size_t words = 0;
    for (const char *at = text;; at++) {
        size_t len = strcspn(at, " ");
        if (len == 0 || ++words > most)
            return false;
        at += len;
        if (*at == '\0')
            return true;
    }
}
