#include "config.h"

#include <string.h>

#include "schema/compile_parts.h"
#include "schema/format.h"
#include "schema/nearest.h"

#define NOTED 1000 /* words that are looked at, at most */

/* Keywords of earlier drafts, and those that took their place. */
static const struct { const char *old, *now; } older[] = {
    {"additionalItems", "items"},
    {"$recursiveRef", "$dynamicRef"},
    {"$recursiveAnchor", "$dynamicAnchor"},
    {"divisibleBy", "multipleOf"},
    {"disallow", "not"},
    {"extends", "allOf"},
};

/* The keyword that is meant by an unknown one, if any is. */
static void find_keyword(struct nearest *n, const char *name, size_t len)
{
    nearest_init(n, name, len);
    for (enum keyword k = 0; k < KEYWORDS; k++)
        nearest_offer(n, keyword_name(k), strlen(keyword_name(k)));
    for (size_t i = 0; i < sizeof older / sizeof *older; i++)
        if (strlen(older[i].old) == len &&
            memcmp(older[i].old, name, len) == 0) {
            n->found = older[i].now;
            n->found_len = strlen(n->found);
        }
}

void compile_note_keyword(struct compiler *c, struct value name)
{
    struct place place = {c->schema.document, (uint32_t)name.node + 1};
    struct buf *notes = &c->program->notes;
    struct nearest near;
    size_t len;
    const char *text = value_string(name, &c->scratch, &len);
    bool private = len >= 2 && memcmp(text, "x-", 2) == 0;
    if (private || c->noted++ >= NOTED)
        return;
    find_keyword(&near, text, len);
    if (near.found == NULL)
        return;
    registry_tell_place(c->registry, place, notes);
    buf_puts(notes, "unknown keyword");
    nearest_put(&near, notes);
    buf_putc(notes, '\n');
}

int compile_unknown_format(struct compiler *c, struct value v, bool demanded)
{
    struct place place = {c->schema.document, (uint32_t)v.node};
    struct buf *out = demanded ? c->why : &c->program->notes;
    struct nearest near;
    size_t len;
    const char *text = value_string(v, &c->scratch, &len);
    if (!demanded && c->noted++ >= NOTED)
        return 0;
    nearest_init(&near, text, len);
    for (int i = 0; format_name(i) != NULL; i++)
        nearest_offer(&near, format_name(i), strlen(format_name(i)));
    registry_tell_place(c->registry, place, out);
    buf_puts(out, "unknown format");
    nearest_put(&near, out);
    if (!demanded)
        buf_putc(out, '\n');
    return demanded ? -1 : 0;
}
