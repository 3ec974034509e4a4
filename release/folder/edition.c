#include "config.h"

#include "edition.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
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

/* The numbers of a version that is one. */
static void read_numbers(const char *version, uint64_t numbers[NUMBERS])
{
    char *at = NULL;
    numbers[0] = strtoull(version, &at, 10);
    numbers[1] = strtoull(at + 1, &at, 10);
    numbers[2] = strtoull(at + 1, &at, 10);
}

int edition_order(const char *a, const char *b)
{
    uint64_t x[NUMBERS], y[NUMBERS];
    read_numbers(a, x);
    read_numbers(b, y);
    for (int i = 0; i < NUMBERS; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return 0;
}

bool edition_same_major(const char *a, const char *b)
{
    size_t len = strcspn(a, ".");
    return len == strcspn(b, ".") && memcmp(a, b, len) == 0;
}

bool edition_advance(struct edition *e, bool major)
{
    char version[3 * 21];
    uint64_t numbers[NUMBERS];
    read_numbers(e->version, numbers);
    if (major)
        snprintf(version, sizeof version, "%" PRIu64 ".0.0", numbers[0] + 1);
    else
        snprintf(version, sizeof version, "%" PRIu64 ".%" PRIu64 ".0",
                 numbers[0], numbers[1] + 1);
    return edition_set_version(e, version);
}

void edition_origin(const struct edition *e, struct buf *out)
{
    buf_puts(out, e->name);
    buf_putc(out, '/');
    buf_add(out, e->version, strcspn(e->version, "."));
}
