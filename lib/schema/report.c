#include "config.h"

#include "schema/report.h"

#include <stdlib.h>
#include <string.h>

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
    bool leaves = s->op == OP_REF || s->op == OP_DYNAMIC;
    if (r->leg_count == r->leg_room) {
        r->leg_room = r->leg_room == 0 ? 64 : 2 * r->leg_room;
        r->legs = xrealloc(r->legs, r->leg_room, sizeof *r->legs);
    }
    r->legs[r->leg_count] = (struct report_leg){
        b->place.document, b->place.node,
        leaves ? s->node : p->blocks[block].place.node};
    return r->leg_count++;
}

void report_leave(struct report *r, size_t before)
{
    r->leg_count = before;
}

/* Adds a unit; if there are so many, it is only counted. */
static void add_unit(struct report *r, struct report_units *units,
                     const struct failure *f)
{
    if (units->count++ >= REPORT_MOST)
        return;
    if (units->list == NULL)
        units->list = xcalloc(REPORT_MOST, sizeof *units->list);
    struct report_unit *u = &units->list[units->count - 1];
    *u = (struct report_unit){.node = f->node, .failure = *f,
                              .leg_count = r->leg_count};
    if (f->name != NULL)
        u->failure.name = xstrndup(
            f->name, f->name_len < REPORT_NAME ? f->name_len : REPORT_NAME);
    if (r->leg_count > 0) {
        u->legs = xmalloc(r->leg_count, sizeof *u->legs);
        memcpy(u->legs, r->legs, r->leg_count * sizeof *u->legs);
    }
}

void report_failure(struct report *r, const struct failure *f)
{
    add_unit(r, &r->errors, f);
}

void report_end(struct report *r, const struct program *p, const char *reason)
{
    const struct block *root = &p->blocks[p->root];
    const struct failure f = {.block = root, .keyword = root->place.node,
                              .reason = reason};
    r->leg_count = 0;
    report_failure(r, &f);
}

void report_note(struct report *r, const struct block *b, const struct step *s,
                 size_t node)
{
    const struct failure f = {.block = b, .step = s, .keyword = s->node,
                              .node = node};
    add_unit(r, &r->notes, &f);
}

/* A copy of what is in a buffer, which is emptied. */
static struct string take(struct buf *b)
{
    struct string s = {xstrndup(buf_string(b), b->len), b->len};
    buf_clear(b);
    return s;
}

/* Makes where a unit stands in the schema and in the text. */
static void place_unit(struct report_unit *u, const struct program *p,
                       const struct json_tape *tape, struct buf *scratch)
{
    const struct failure *f = &u->failure;
    struct place place = {f->block->place.document, (uint32_t)f->keyword};
    for (size_t i = 0; i < u->leg_count; i++) {
        const struct report_leg *leg = &u->legs[i];
        document_pointer(&p->registry->documents[leg->document]->tape,
                         leg->from, leg->to, scratch);
    }
    document_pointer(tape_of(p, f->block), f->block->place.node, f->keyword,
                     scratch);
    u->keyword = take(scratch);
    registry_location(p->registry, place, scratch);
    u->absolute = take(scratch);
    document_pointer(tape, 0, u->node, scratch);
    u->instance = take(scratch);
}

void report_place(struct report *r, const struct program *p,
                  const struct json_tape *tape)
{
    struct buf scratch = BUF_EMPTY;
    for (size_t i = 0; i < r->errors.count && i < REPORT_MOST; i++) {
        struct report_unit *u = &r->errors.list[i];
        place_unit(u, p, tape, &scratch);
        message_write(p, tape, &u->failure, &scratch);
        u->text = take(&scratch);
    }
    for (size_t i = 0; i < r->notes.count && i < REPORT_MOST; i++) {
        struct report_unit *u = &r->notes.list[i];
        size_t len;
        place_unit(u, p, tape, &scratch);
        const char *text = value_text(
            (struct value){tape_of(p, u->failure.block), u->failure.keyword},
            &len);
        u->text = (struct string){xstrndup(text, len), len};
    }
    buf_release(&scratch);
}

void report_drop(struct report_units *units, size_t count)
{
    for (size_t i = count; i < units->count && i < REPORT_MOST; i++) {
        struct report_unit *u = &units->list[i];
        free(u->keyword.text);
        free(u->absolute.text);
        free(u->instance.text);
        free(u->text.text);
        free((char *)u->failure.name);
        free(u->legs);
    }
    if (count < units->count)
        units->count = count;
}

#define WEIGHT_ALIEN 100000000 /* of a value of another type than is wanted */

/* A value of another type was hardly meant for a schema, nor one in which there
 * is not the only word that may be there, which tells alternatives apart. */
static size_t weight_of(const struct report_unit *u, const struct program *p,
                        size_t node)
{
    const struct step *s = u->failure.step;
    if (u->hidden)
        return 0;
    if (s->op == OP_TYPE)
        return u->node == node ? WEIGHT_ALIEN : 10;
    if (s->op != OP_CHOICE)
        return 1;
    const struct choice *c = &p->choices[s->a];
    return c->strings.count + c->other_count == 1 ? 100000 : 1000;
}

void report_weigh(const struct report *r, const struct program *p, size_t from,
                  size_t node, struct report_branch *nearest)
{
    size_t weight = 0;
    if (from >= REPORT_MOST)
        return;
    for (size_t i = from; i < r->errors.count && i < REPORT_MOST; i++)
        weight += weight_of(&r->errors.list[i], p, node);
    if (weight < nearest->weight)
        *nearest = (struct report_branch){from, r->errors.count, weight};
}

void report_hide(struct report *r, size_t from,
                 const struct report_branch *nearest)
{
    for (size_t i = from; i < r->errors.count && i < REPORT_MOST; i++)
        if (i < nearest->from || i >= nearest->to ||
            nearest->weight >= WEIGHT_ALIEN)
            r->errors.list[i].hidden = true;
}

void report_clear(struct report *r)
{
    report_drop(&r->errors, 0);
    report_drop(&r->notes, 0);
    r->leg_count = 0;
}

void report_release(struct report *r)
{
    report_clear(r);
    free(r->errors.list);
    free(r->notes.list);
    free(r->legs);
    *r = (struct report){0};
}
