#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "schema/ecma.h"
#include "schema/identifier.h"
#include "utf8.h"

static const char no_name[] = "a group's name is not one";

/* One character of a name, or an escape that stands for it. */
static int read_point(struct ecma *e, uint32_t *point)
{
    if (!ecma_skip(e, "\\"))
        return ecma_point(e, point);
    return ecma_skip(e, "u") ? ecma_unicode(e, point) : ecma_wrong(e, no_name);
}

/* Reads a name and its '>' into e->name. */
static int read_name(struct ecma *e)
{
    buf_clear(&e->name);
    while (!ecma_skip(e, ">")) {
        uint32_t point;
        char bytes[4];
        if (e->at == e->end)
            return ecma_wrong(e, "a group's name is not closed by '>'");
        if (read_point(e, &point) < 0)
            return -1;
        if (e->name.len == 0 ? !identifier_starts(point)
                             : !identifier_continues(point))
            return ecma_wrong(e, no_name);
        buf_add(&e->name, bytes, utf8_encode(point, bytes));
    }
    return e->name.len > 0 ? 0 : ecma_wrong(e, "a group's name is empty");
}

int ecma_name_capture(struct ecma *e)
{
    if (read_name(e) < 0)
        return -1;
    if (e->second)
        return 0;
    if (e->name_count == e->name_cap) {
        e->name_cap = e->name_cap == 0 ? 8 : 2 * e->name_cap;
        e->names = xrealloc(e->names, e->name_cap, sizeof *e->names);
    }
    e->names[e->name_count++] = (struct ecma_name){
        .at = e->name_text.len,
        .len = e->name.len,
        .capture = e->capture_count - 1,
    };
    buf_add(&e->name_text, e->name.data, e->name.len);
    return 0;
}

static int by_text(const void *left, const void *right)
{
    const struct ecma_name *a = left, *b = right;
    int order = memcmp(a->text, b->text, a->len < b->len ? a->len : b->len);
    return order != 0 ? order : (a->len > b->len) - (a->len < b->len);
}

int ecma_names_sort(struct ecma *e)
{
    const char *text = buf_string(&e->name_text);
    for (size_t i = 0; i < e->name_count; i++)
        e->names[i].text = text + e->names[i].at;
    if (e->name_count > 1)
        qsort(e->names, e->name_count, sizeof *e->names, by_text);
    for (size_t i = 1; i < e->name_count; i++)
        if (by_text(&e->names[i - 1], &e->names[i]) == 0)
            return ecma_wrong(e, "two groups have the same name");
    return 0;
}

int ecma_name_reference(struct ecma *e)
{
    if (!ecma_skip(e, "<"))
        return ecma_wrong(e, "'\\k' is followed by no <name>");
    if (read_name(e) < 0)
        return -1;
    if (!e->second)
        return ecma_refer(e, 1);
    struct ecma_name name = {.text = e->name.data, .len = e->name.len};
    const struct ecma_name *found = NULL;
    if (e->name_count > 0)
        found = bsearch(&name, e->names, e->name_count, sizeof name, by_text);
    return found != NULL ? ecma_refer(e, found->capture)
                         : ecma_wrong(e, "'\\k' names a group that is not "
                                         "there");
}
