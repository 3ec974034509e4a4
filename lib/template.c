#include "config.h"

#include "template.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

#define ARTICLE 4 /* bytes that suffice for "an " */

static int refuse(struct template *t, const char *reason, size_t column)
{
    template_release(t);
    t->reason = reason;
    t->column = column + 1;
    return -1;
}

/* The place of a name, its first letter taken as lower case if `lower`. */
static int find_name(const char *const *names, const char *name, size_t len,
                     bool lower)
{
    for (int i = 0; names[i] != NULL; i++) {
        if (strlen(names[i]) != len)
            continue;
        char first = name[0];
        if (lower && first >= 'A' && first <= 'Z')
            first = (char)(first - 'A' + 'a');
        if (names[i][0] == first &&
            memcmp(names[i] + 1, name + 1, len - 1) == 0)
            return i;
    }
    return -1;
}

/* Reads what stands between two braces. Returns NULL, or what is wrong. */
static const char *read_slot(struct template_part *part, const char *text,
                             size_t len, const char *const *names)
{
    const char *slash = memchr(text, '/', len);
    if (slash != NULL) {
        part->text = text;
        part->len = (size_t)(slash - text);
        part->plural = slash + 1;
        part->plural_len = len - part->len - 1;
        return part->len > 0 && part->plural_len > 0
                   ? NULL
                   : "a verb pair lacks one of its forms";
    }
    if (len > 2 && memcmp(text + len - 2, "|a", 2) == 0) {
        part->article = true;
        len -= 2;
    }
    if (len == 0)
        return "an empty slot";
    part->slot = find_name(names, text, len, false);
    if (part->slot < 0) {
        part->slot = find_name(names, text, len, true);
        part->capital = true;
    }
    return part->slot >= 0 ? NULL : "a slot of an unknown name";
}

/* Reads the text into `parts`, TEMPLATE_PARTS of them. */
static int read_parts(struct template *t, struct template_part *parts,
                      const char *text, const char *const *names)
{
    for (const char *at = text; *at != '\0'; t->count++) {
        size_t column = (size_t)(at - text);
        if (t->count == TEMPLATE_PARTS)
            return refuse(t, "too many parts", column);
        struct template_part *part = &parts[t->count];
        *part = (struct template_part){.slot = -1};
        if (*at == '}')
            return refuse(t, "a closing brace without an opening one", column);
        if (*at != '{') {
            part->text = at;
            part->len = strcspn(at, "{}");
            at += part->len;
            continue;
        }
        size_t len = strcspn(++at, "{}");
        if (at[len] != '}')
            return refuse(t, "a slot without its closing brace", column);
        const char *wrong = read_slot(part, at, len, names);
        if (wrong != NULL)
            return refuse(t, wrong, column);
        at += len + 1;
    }
    return 0;
}

int template_compile(struct template *t, const char *text,
                     const char *const *names)
{
    struct template_part parts[TEMPLATE_PARTS];
    *t = (struct template){0};
    if (read_parts(t, parts, text, names) < 0)
        return -1;
    t->parts = xmalloc(t->count, sizeof *parts);
    memcpy(t->parts, parts, t->count * sizeof *parts);
    return 0;
}

size_t template_uses(const struct template *t, int slot)
{
    size_t uses = 0;
    for (size_t i = 0; i < t->count; i++)
        uses += t->parts[i].slot == slot;
    return uses;
}

/* The most bytes that a template can render to. */
static size_t room_for(const struct template *t,
                       const struct template_value *values)
{
    size_t room = 0;
    for (size_t i = 0; i < t->count; i++) {
        const struct template_part *part = &t->parts[i];
        if (part->slot >= 0)
            room += values[part->slot].len + (part->article ? ARTICLE : 0);
        else
            room += part->len + part->plural_len;
    }
    return room;
}

static char *copy(char *to, const char *text, size_t len)
{
    if (len > 0)
        memcpy(to, text, len);
    return to + len;
}

static char *render_slot(const struct template_part *part,
                         const struct template_value *value, char *to)
{
    char *from = to;
    if (part->article && value->article[0] != '\0') {
        to = copy(to, value->article, strnlen(value->article, ARTICLE - 1));
        *to++ = ' ';
    }
    to = copy(to, value->text, value->len);
    if (part->capital && to > from && *from >= 'a' && *from <= 'z')
        *from = (char)(*from - 'a' + 'A');
    return to;
}

void template_render(const struct template *t,
                     const struct template_value *values, bool plural,
                     struct buf *out)
{
    char *to = buf_reserve(out, room_for(t, values));
    for (size_t i = 0; i < t->count; i++) {
        const struct template_part *part = &t->parts[i];
        if (part->slot >= 0)
            to = render_slot(part, &values[part->slot], to);
        else if (part->plural != NULL && plural)
            to = copy(to, part->plural, part->plural_len);
        else
            to = copy(to, part->text, part->len);
    }
    out->len = (size_t)(to - out->data);
}

void template_release(struct template *t)
{
    free(t->parts);
    *t = (struct template){0};
}
