#include "config.h"

#include "slots.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "neighbours.h"

int slices_init(struct slices *s, const struct exam *e,
                const struct exam_sides *sides)
{
    s->exam = e;
    s->classes = xcalloc(e->fact_count + 1, sizeof *s->classes);
    s->neighbours = xmalloc(e->question_count + 1, 1);
    neighbours_mark(e, sides, s->neighbours);
    return classes_read(s->classes, e);
}

void slices_release(struct slices *s)
{
    free(s->classes);
    free(s->neighbours);
    *s = (struct slices){0};
}

const char *slice_name(enum slice slice)
{
    static const char *const names[SLICES] = {"all", "shared", "unique",
                                              "neighbour", "name"};
    return names[slice];
}

size_t slot_of(enum exam_task task, enum exam_modality modality,
               enum slice slice)
{
    return ((size_t)task * EXAM_MODALITIES + modality) * SLICES + slice;
}

/* The slots that count a question, as bits. */
static uint32_t slots_of(const struct slices *s, size_t question)
{
    static const struct text name = {"name", 4};
    const struct exam_question *q = &s->exam->questions[question];
    uint32_t in = 1u << SLICE_ALL;
    if (s->classes[q->fact] == CLASS_SHARED)
        in |= 1u << SLICE_SHARED;
    if (s->classes[q->fact] == CLASS_UNIQUE)
        in |= 1u << SLICE_UNIQUE;
    if (s->neighbours[question])
        in |= 1u << SLICE_NEIGHBOUR;
    if (text_same(s->exam->facts[q->fact], name))
        in |= 1u << SLICE_NAME;
    return in << slot_of(q->task, q->modality, 0);
}

static struct slot_question *add(struct slots *s)
{
    if (s->count == s->cap) {
        s->cap = s->cap * 2 + 64;
        s->questions = xrealloc(s->questions, s->cap, sizeof *s->questions);
    }
    return &s->questions[s->count++];
}

/* Takes the questions of the person at `place` in the set. */
static void take(struct slots *s, const struct slices *slices,
                 const struct exam_person *p, size_t place)
{
    size_t mine[SLOTS] = {0};
    for (size_t i = p->first; i < p->first + p->count; i++) {
        if (!exam_in(s->exam, i, s->set))
            continue;
        struct slot_question *q = add(s);
        *q = (struct slot_question){i, place, slots_of(slices, i)};
        for (size_t k = 0; k < SLOTS; k++)
            mine[k] += q->in >> k & 1;
    }
    for (size_t k = 0; k < SLOTS; k++) {
        s->asked[k] += mine[k];
        s->each[k] = mine[k] > s->each[k] ? mine[k] : s->each[k];
    }
}

void slots_init(struct slots *s, const struct slices *slices, size_t set)
{
    *s = (struct slots){.exam = slices->exam, .set = set};
    for (size_t i = 0; i < s->exam->person_count; i++)
        if (exam_about(s->exam, i, set))
            take(s, slices, &s->exam->people[i], s->people++);
}

bool slots_tell(const struct slots *s, enum exam_task task,
                enum exam_modality modality, enum slice slice)
{
    size_t asked = s->asked[slot_of(task, modality, slice)];
    return asked > 0 &&
           (slice == SLICE_ALL ||
            asked < s->asked[slot_of(task, modality, SLICE_ALL)]);
}

void slots_release(struct slots *s)
{
    free(s->questions);
    *s = (struct slots){0};
}
