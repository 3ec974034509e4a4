#include "config.h"

#include "question_links.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "shape.h"

/* Questions sorted by id, so that a link is found quickly. */
struct index {
    const cJSON **questions; /* owned */
    size_t count;
};

static int by_id(const void *a, const void *b)
{
    const cJSON *const *x = a, *const *y = b;
    return strcmp(shape_text(*x, "id"), shape_text(*y, "id"));
}

static int with_id(const void *id, const void *question)
{
    const cJSON *const *q = question;
    return strcmp(id, shape_text(*q, "id"));
}

static void index_init(struct index *index, const cJSON *questions)
{
    size_t count = (size_t)cJSON_GetArraySize(questions), i = 0;
    index->questions = xmalloc(count + 1, sizeof *index->questions);
    index->count = count;
    for (const cJSON *q = questions->child; q != NULL; q = q->next)
        index->questions[i++] = q;
    qsort(index->questions, count, sizeof *index->questions, by_id);
}

static const cJSON *index_find(const struct index *index, const char *id)
{
    const cJSON **found = bsearch(id, index->questions, index->count,
                                  sizeof *index->questions, with_id);
    return found != NULL ? *found : NULL;
}

static bool same(const cJSON *a, const cJSON *b, const char *member)
{
    return strcmp(shape_text(a, member), shape_text(b, member)) == 0;
}

static bool is_twin_set(const cJSON *q)
{
    const char *set = shape_text(q, "set");
    return strcmp(set, "eval") == 0 || strcmp(set, "test") == 0;
}

/* Why `other` cannot be what `link` of `q` points to, or NULL. */
static const char *wrong_partner(const cJSON *q, const cJSON *other,
                                 const char *link)
{
    bool pair = strcmp(link, "pair") == 0;
    const char *back = shape_text(other, link);
    if (!same(q, other, "fact"))
        return "asks for another fact";
    if (!same(q, other, "task"))
        return "is another task";
    if (same(q, other, "modality") == pair)
        return pair ? "has the same modality" : "has another modality";
    if (pair && !same(q, other, "set"))
        return "is in another set";
    if (!pair && (same(q, other, "set") || !is_twin_set(q) ||
                  !is_twin_set(other)))
        return "is not the test question of an eval one, or the other way "
               "round";
    if (back == NULL || strcmp(back, shape_text(q, "id")) != 0)
        return "does not point back";
    return NULL;
}

static void check_link(const struct person *p, const struct index *index,
                       const cJSON *q, const char *link, struct findings *f)
{
    const char *id = shape_text(q, link);
    if (id == NULL)
        return;
    const cJSON *other = index_find(index, id);
    const char *why = other == NULL ? "is no question of this person"
                                    : wrong_partner(q, other, link);
    if (why == NULL)
        return;
    bool pair = strcmp(link, "pair") == 0;
    findings_add(f, pair ? "question/pair" : "question/twin", p->place,
                 "question %s: its %s %s %s", shape_text(q, "id"), link, id,
                 why);
    findings_witness(f, pair ? "the same question in the other modality"
                             : "the same question in the other set",
                     id);
}

static void check_unique(const struct person *p, const struct index *index,
                         struct findings *f)
{
    for (size_t i = 1; i < index->count; i++)
        if (same(index->questions[i - 1], index->questions[i], "id")) {
            const char *id = shape_text(index->questions[i], "id");
            findings_add(f, "question/twice", p->place,
                         "question %s: two questions have this id", id);
            findings_witness(f, "an id no other question has", id);
        }
}

void question_links_check(const struct person *p, struct findings *f)
{
    struct index index;
    index_init(&index, p->questions);
    check_unique(p, &index, f);
    for (const cJSON *q = p->questions->child; q != NULL; q = q->next) {
        check_link(p, &index, q, "pair", f);
        check_link(p, &index, q, "twin", f);
    }
    free(index.questions);
}
