#include "config.h"

#include "exam/reading.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "exam/kept.h"
#include "schema/value.h"

static struct value root(const struct reading *r)
{
    return (struct value){&r->tape, 0};
}

static bool member(struct value object, const char *name, struct value *v)
{
    return value_member(object, name, strlen(name), v);
}

/* Puts a person into the sets that the split names. */
static const char *read_split(struct reading *r, struct exam_person *p)
{
    struct value split, sets;
    const struct json_node *nodes = r->tape.nodes;
    if (!member(root(r), "split", &split))
        return NULL;
    if (!member(split, "sets", &sets) || value_kind(sets) != JSON_ARRAY)
        return "the split has no sets";
    size_t node = sets.node + 1;
    for (size_t i = 0; i < nodes[sets.node].size; i++) {
        size_t len;
        const char *name = value_raw((struct value){&r->tape, node}, &len);
        size_t set = exam_set(r->exam, name, len);
        if (set == EXAM_NONE)
            return "a set that splits.json does not name";
        size_t group = r->exam->sets[set].group;
        p->groups[group / 64] |= (uint64_t)1 << group % 64;
        node += nodes[node].skip;
    }
    return NULL;
}

/* The index of a fact, which is added if it is new; EXAM_NONE beyond the
 * limit. */
static size_t find_fact(struct reading *r, const char *name, size_t len)
{
    struct exam *e = r->exam;
    struct text wanted = {name, len};
    for (size_t i = 0; i < e->fact_count; i++) {
        size_t fact = (r->fact + i) % e->fact_count;
        if (text_same(e->facts[fact], wanted))
            return fact;
    }
    if (e->fact_count == READING_FACTS)
        return EXAM_NONE;
    if (e->fact_count == e->fact_cap) {
        e->fact_cap = e->fact_cap == 0 ? 32 : 2 * e->fact_cap;
        e->facts = xrealloc(e->facts, e->fact_cap, sizeof *e->facts);
    }
    e->facts[e->fact_count] = pool_text(&e->pool, name, len);
    return e->fact_count++;
}

/* Which of the names the member holds, or -1. */
static int choose(struct value object, const char *name,
                  const char *const *names)
{
    struct value v;
    if (!member(object, name, &v))
        return -1;
    for (int i = 0; names[i] != NULL; i++)
        if (value_is(v, names[i]))
            return i;
    return -1;
}

/* What a question is before its texts are read. */
static const char *read_form(struct reading *r, struct value v,
                             struct exam_question *q)
{
    static const char *const tasks[] = {"choice", "open", "cloze", NULL};
    static const char *const modalities[] = {"text", "image", NULL};
    struct value fact;
    size_t len;
    int task = choose(v, "task", tasks);
    int modality = choose(v, "modality", modalities);
    if (task < 0 || modality < 0)
        return "a question has no known task and modality";
    if (!member(v, "fact", &fact) || value_kind(fact) != JSON_STRING)
        return "a question has no fact";
    q->task = (enum exam_task)task;
    q->modality = (enum exam_modality)modality;
    q->person = r->exam->person_count;
    const char *name = value_raw(fact, &len);
    q->fact = r->fact = find_fact(r, name, len);
    return q->fact != EXAM_NONE ? NULL : "more than 1024 facts";
}

/* Keeps what is right in a choice of a train question. */
static const char *read_taught(struct reading *r, struct value v,
                               const struct exam_question *q)
{
    struct exam *e = r->exam;
    struct value answer, options, option;
    size_t len;
    if (!member(v, "answer", &answer) || value_kind(answer) != JSON_STRING ||
        !member(v, "options", &options))
        return "a choice lacks options and answer";
    const char *letter = value_raw(answer, &len);
    if (!value_member(options, letter, len, &option) ||
        value_kind(option) != JSON_STRING)
        return "the answer to a choice is none of its options";
    if (e->taught_count == e->taught_cap) {
        e->taught_cap = e->taught_cap == 0 ? 1024 : 2 * e->taught_cap;
        e->taught = xrealloc(e->taught, e->taught_cap, sizeof *e->taught);
    }
    const char *text = value_string(option, &r->scratch, &len);
    e->taught[e->taught_count++] = (struct exam_taught){
        q->person, q->fact, pool_text(&e->pool, text, len)};
    return NULL;
}

static void add(struct exam_question **list, size_t *count, size_t *cap,
                const struct exam_question *q)
{
    if (*count == *cap) {
        *cap = *cap == 0 ? 256 : 2 * *cap;
        *list = xrealloc(*list, *cap, sizeof **list);
    }
    (*list)[(*count)++] = *q;
}

/* Adds a question, if it is one to keep. */
static const char *read_question(struct reading *r, struct value v)
{
    static const char *const roles[] = {"eval", "test", "train", "base",
                                        "probe", NULL};
    struct exam *e = r->exam;
    struct exam_question q = {0};
    int role = choose(v, "set", roles);
    if (role < 0)
        return "a question of no known set";
    if (role > (r->depth == EXAM_WHOLE ? EXAM_BASE : EXAM_TRAIN))
        return NULL;
    q.role = (enum exam_role)role;
    const char *reason = read_form(r, v, &q);
    if (reason == NULL && q.role == EXAM_TRAIN && q.task == EXAM_CHOICE)
        reason = read_taught(r, v, &q);
    if (reason != NULL || (q.role == EXAM_TRAIN && r->depth == EXAM_ASKED))
        return reason;
    reason = kept_question(e, &r->scratch, v, &q);
    if (reason != NULL)
        return reason;
    if (q.role >= EXAM_TRAIN)
        add(&e->train, &e->train_count, &e->train_cap, &q);
    else
        add(&e->questions, &e->question_count, &e->question_cap, &q);
    return NULL;
}

static const char *read_questions(struct reading *r)
{
    const struct json_node *nodes = r->tape.nodes;
    struct value questions;
    if (!member(root(r), "questions", &questions))
        return NULL;
    if (value_kind(questions) != JSON_ARRAY)
        return "questions that are no array";
    size_t node = questions.node + 1;
    for (size_t i = 0; i < nodes[questions.node].size; i++) {
        const char *reason =
            read_question(r, (struct value){&r->tape, node});
        if (reason != NULL) {
            kept_id((struct value){&r->tape, node}, r->id);
            return reason;
        }
        node += nodes[node].skip;
    }
    return NULL;
}

const char *reading_person(struct reading *r, const struct record_head *head)
{
    struct exam *e = r->exam;
    if (e->person_count == e->person_cap) {
        e->person_cap = e->person_cap == 0 ? 64 : 2 * e->person_cap;
        e->people = xrealloc(e->people, e->person_cap, sizeof *e->people);
    }
    struct exam_person *p = &e->people[e->person_count];
    *p = (struct exam_person){.id = pool_text(&e->pool, head->id, head->id_len),
                              .kind = head->kind,
                              .first = e->question_count};
    memcpy(r->id, head->name, sizeof r->id);
    const char *reason = read_split(r, p);
    if (reason == NULL)
        reason = read_questions(r);
    if (reason == NULL && r->depth == EXAM_WHOLE)
        reason = kept_pictures(e, &r->scratch, root(r), p);
    p->count = e->question_count - p->first;
    e->person_count++;
    return reason;
}

void reading_release(struct reading *r)
{
    json_tape_release(&r->tape);
    buf_release(&r->scratch);
}
