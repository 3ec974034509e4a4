#include "config.h"

#include "edition.h"

#include <string.h>

#define NUMBERS 3 /* in a version */
#define DIGITS 9  /* of one, at most */

void edition_init(struct edition *e)
{
    strcpy(e->name, "palimpsest");
    strcpy(e->version, "1.0.0");
}

bool edition_set_name(struct edition *e, const char *name)
{
    static const char first[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    static const char later[] = "abcdefghijklmnopqrstuvwxyz0123456789._-";
    size_t len = strspn(name, later);
    if (strspn(name, first) == 0 || name[len] != '\0' || len > EDITION_NAME)
        return false;
    memcpy(e->name, name, len + 1);
    return true;
}

bool edition_set_version(struct edition *e, const char *version)
{
    const char *at = version;
    for (int i = 0; i < NUMBERS; i++) {
        size_t len = strspn(at, "0123456789");
        if (len == 0 || len > DIGITS || (at[0] == '0' && len > 1))
            return false;
        at += len;
        if (*at++ != (i + 1 < NUMBERS ? '.' : '\0'))
            return false;
    }
    memcpy(e->version, version, (size_t)(at - version));
    return true;
}

bool edition_parse(struct edition *e, const char *text)
{
    char name[EDITION_NAME + 1];
    const char *mark = strchr(text, '@');
    size_t len = mark != NULL ? (size_t)(mark - text) : 0;
    if (mark == NULL || len > EDITION_NAME)
        return false;
    memcpy(name, text, len);
    name[len] = '\0';
    return edition_set_name(e, name) && edition_set_version(e, mark + 1);
}

bool edition_same(const struct edition *a, const struct edition *b)
{
    return strcmp(a->name, b->name) == 0 &&
           strcmp(a->version, b->version) == 0;
}

void edition_origin(const struct edition *e, struct buf *out)
{
    buf_puts(out, e->name);
    buf_putc(out, '/');
    buf_add(out, e->version, strcspn(e->version, "."));
}
