#include "config.h"

#include "schema/report.h"

#include <stdlib.h>

#include "alloc.h"
#include "schema/message.h"

static const struct json_tape *tape_of(const struct program *p,
                                       const struct block *b)
{
    return &p->registry->documents[b->place.document]->tape;
}

size_t report_enter(struct report *r, const struct program *p,
                    const struct block *b, const struct step *s,
                    uint32_t block)
{
    size_t before = r->path.len, to = p->blocks[block].place.node;
    if (s->op == OP_REF || s->op == OP_DYNAMIC)
        to = s->node;
    document_pointer(tape_of(p, b), b->place.node, to, &r->path);
    return before;
}

void report_leave(struct report *r, size_t before)
{
    r->path.len = before;
}

/* A copy of what is in a buffer. */
static struct string string_of(struct buf *b)
{
    return (struct string){xstrndup(buf_string(b), b->len), b->len};
}

/* A new unit for a keyword of the schema under work; NULL if there are so many
 * that it is only counted. */
static struct report_unit *add_unit(struct report *r,
                                    struct report_units *units,
                                    const struct program *p,
                                    const struct block *b, size_t keyword)
{
    struct place place = {b->place.document, (uint32_t)keyword};
    struct buf absolute = BUF_EMPTY;
    if (units->count++ >= REPORT_MOST)
        return NULL;
    if (units->list == NULL)
        units->list = xcalloc(REPORT_MOST, sizeof *units->list);
    struct report_unit *u = &units->list[units->count - 1];
    size_t before = r->path.len;
    document_pointer(tape_of(p, b), b->place.node, keyword, &r->path);
    registry_location(p->registry, place, &absolute);
    *u = (struct report_unit){
        .keyword = string_of(&r->path), .absolute = string_of(&absolute)};
    report_leave(r, before);
    buf_release(&absolute);
    return u;
}

static struct string instance_pointer(const struct json_tape *tape,
                                      size_t node)
{
    struct buf pointer = BUF_EMPTY;
    document_pointer(tape, 0, node, &pointer);
    struct string text = string_of(&pointer);
    buf_release(&pointer);
    return text;
}

void report_failure(struct report *r, const struct program *p,
                    const struct json_tape *tape, const struct failure *f)
{
    struct buf text = BUF_EMPTY;
    struct report_unit *u = add_unit(r, &r->errors, p, f->block, f->keyword);
    if (u == NULL)
        return;
    message_write(p, tape, f, &text);
    u->text = string_of(&text);
    u->node = f->node;
    u->op = f->step->op;
    buf_release(&text);
}

void report_note(struct report *r, const struct program *p,
                 const struct block *b, const struct step *s, size_t node)
{
    struct report_unit *u = add_unit(r, &r->notes, p, b, s->node);
    size_t len;
    if (u == NULL)
        return;
    const char *text =
        value_text((struct value){tape_of(p, b), s->node}, &len);
    u->text = (struct string){xstrndup(text, len), len};
    u->node = node;
    u->op = s->op;
}

static void place_units(struct report_units *units,
                        const struct json_tape *tape)
{
    for (size_t i = 0; i < units->count && i < REPORT_MOST; i++) {
        struct report_unit *u = &units->list[i];
        u->instance = instance_pointer(tape, u->node);
    }
}

void report_place(struct report *r, const struct json_tape *tape)
{
    place_units(&r->errors, tape);
    place_units(&r->notes, tape);
}

void report_drop(struct report_units *units, size_t count)
{
    for (size_t i = count; i < units->count && i < REPORT_MOST; i++) {
        struct report_unit *u = &units->list[i];
        free(u->keyword.text);
        free(u->absolute.text);
        free(u->instance.text);
        free(u->text.text);
    }
    if (count < units->count)
        units->count = count;
}

/* A value of another type, or of other words, was hardly meant for a schema. */
static size_t weight_of(const struct report_unit *u, size_t node)
{
    if (u->hidden)
        return 0;
    if (u->op == OP_TYPE && u->node == node)
        return 100000;
    return u->op == OP_CHOICE || u->op == OP_TYPE ? 1000 : 1;
}

void report_weigh(const struct report *r, size_t from, size_t node,
                  struct report_branch *nearest)
{
    size_t weight = 0;
    for (size_t i = from; i < r->errors.count && i < REPORT_MOST; i++)
        weight += weight_of(&r->errors.list[i], node);
    if (weight < nearest->weight)
        *nearest = (struct report_branch){from, r->errors.count, weight};
}

void report_hide(struct report *r, size_t from,
                 const struct report_branch *nearest)
{
    for (size_t i = from; i < r->errors.count && i < REPORT_MOST; i++)
        if (i < nearest->from || i >= nearest->to || nearest->weight >= 100000)
            r->errors.list[i].hidden = true;
}

void report_clear(struct report *r)
{
    report_drop(&r->errors, 0);
    report_drop(&r->notes, 0);
    buf_clear(&r->path);
}

void report_release(struct report *r)
{
    report_clear(r);
    free(r->errors.list);
    free(r->notes.list);
    buf_release(&r->path);
    *r = (struct report){0};
}
