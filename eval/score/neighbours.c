#include "config.h"

#include "neighbours.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "perm.h"

/* Values of facts, in a hash table. */
struct held {
    struct held_value {
        size_t fact;
        struct text value; /* text is NULL where the slot is free */
    } *slots;              /* owned */
    size_t count;          /* of the slots, a power of two */
};

static struct held_value *find(const struct held *h, size_t fact,
                               struct text value)
{
    uint64_t hash = 0xcbf29ce484222325u ^ fact;
    for (size_t i = 0; i < value.len; i++)
        hash = (hash ^ (unsigned char)value.text[i]) * 0x100000001b3u;
    size_t at = perm_mix(hash) & (h->count - 1);
    while (h->slots[at].value.text != NULL &&
           (h->slots[at].fact != fact ||
            !text_same(h->slots[at].value, value)))
        at = (at + 1) & (h->count - 1);
    return &h->slots[at];
}

static void hold(struct held *h, size_t fact, struct text value)
{
    *find(h, fact, value) = (struct held_value){fact, value};
}

static bool holds(const struct held *h, size_t fact, struct text value)
{
    return find(h, fact, value)->value.text != NULL;
}

/* The option that is right. */
static struct text right_option(const struct exam_question *q)
{
    return q->options[q->answer.text[0] - 'A'];
}

/* Takes what is known of the people to be forgotten; free with free(). */
static void gather(struct held *h, const struct exam *e, size_t forget)
{
    h->count = 1;
    while (h->count < 4 * (e->question_count + e->taught_count) + 4)
        h->count *= 2;
    h->slots = xcalloc(h->count, sizeof *h->slots);
    for (size_t i = 0; i < e->question_count; i++) {
        const struct exam_question *q = &e->questions[i];
        if (!exam_about(e, q->person, forget))
            continue;
        hold(h, q->fact, q->value);
        if (q->task == EXAM_CHOICE)
            hold(h, q->fact, right_option(q));
    }
    for (size_t i = 0; i < e->taught_count; i++)
        if (exam_about(e, e->taught[i].person, forget))
            hold(h, e->taught[i].fact, e->taught[i].option);
}

static bool is_held(const struct held *h, const struct exam_question *q)
{
    if (holds(h, q->fact, q->value) ||
        (q->task == EXAM_CHOICE && holds(h, q->fact, right_option(q))))
        return true;
    for (size_t i = 0; i < q->alias_count; i++)
        if (holds(h, q->fact, q->aliases[i]))
            return true;
    return false;
}

void neighbours_mark(const struct exam *e, const struct exam_sides *sides,
                     unsigned char *flags)
{
    struct held held;
    memset(flags, 0, e->question_count);
    if (sides->forget == EXAM_NONE || sides->retain == EXAM_NONE)
        return;
    gather(&held, e, sides->forget);
    for (size_t i = 0; i < e->question_count; i++) {
        const struct exam_question *q = &e->questions[i];
        flags[i] = exam_about(e, q->person, sides->retain) && is_held(&held, q);
    }
    free(held.slots);
}
