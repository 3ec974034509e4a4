#include "config.h"

#include "lint/parts.h"

#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

static const char *const parts[PARTS_COUNT] = {
    "images", "train questions", "eval questions", "test questions",
    "a paraphrase of each open answer", "perturbed forms of each open answer"};

/* What one person has. */
struct have {
    bool parts[PARTS_COUNT];
    bool open; /* an open question */
};

static bool is(const cJSON *question, const char *member, const char *text)
{
    const char *value = person_text(question, member);
    return value != NULL && strcmp(value, text) == 0;
}

static bool has(const cJSON *question, const char *member)
{
    return cJSON_GetObjectItemCaseSensitive(question, member) != NULL;
}

static void count(struct have *h, const cJSON *q)
{
    h->parts[PARTS_TRAIN] |= is(q, "set", "train");
    h->parts[PARTS_EVAL] |= is(q, "set", "eval");
    h->parts[PARTS_TEST] |= is(q, "set", "test");
    if (is(q, "task", "open")) {
        h->open = true;
        h->parts[PARTS_PARAPHRASE] &= has(q, "paraphrase");
        h->parts[PARTS_PERTURBED] &= has(q, "perturbed");
    }
}

void parts_add(struct parts *g, const struct person *p)
{
    struct have h = {.parts = {[PARTS_PARAPHRASE] = true,
                               [PARTS_PERTURBED] = true}};
    const cJSON *question;
    h.parts[PARTS_IMAGES] = p->images != NULL && p->images->child != NULL;
    cJSON_ArrayForEach(question, p->questions)
        count(&h, question);
    for (int i = 0; i < PARTS_COUNT; i++) {
        if (i >= PARTS_PARAPHRASE && !h.open)
            continue;
        if (h.parts[i])
            g->parts[p->kind][i].with++;
        else if (g->parts[p->kind][i].without++ == 0)
            g->parts[p->kind][i].first = p->number;
    }
}

void parts_end(const struct parts *g, const struct people *people,
               struct findings *f)
{
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        for (int i = 0; i < PARTS_COUNT; i++) {
            uint64_t with = g->parts[kind][i].with;
            uint64_t without = g->parts[kind][i].without;
            if (with == 0 || without == 0)
                continue;
            findings_add(f, "row-missing",
                         people_place(people, g->parts[kind][i].first),
                         "%s: %" PRIu64 " people have them, %" PRIu64
                         " do not", parts[i], with, without);
        }
}
