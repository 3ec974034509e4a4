#include "config.h"

#include "question_links.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "shape.h"

/* Questions sorted by id, so that a link is found quickly. */
struct index {
    const struct asked **questions; /* owned; borrowed are they */
    size_t count;
};

static int by_id(const void *a, const void *b)
{
    const struct asked *const *x = a, *const *y = b;
    return strcmp((*x)->id, (*y)->id);
}

static int with_id(const void *id, const void *question)
{
    const struct asked *const *q = question;
    return strcmp(id, (*q)->id);
}

static void index_init(struct index *index, const struct asked *all,
                       size_t count)
{
    index->questions = xmalloc(count + 1, sizeof *index->questions);
    index->count = count;
    for (size_t i = 0; i < count; i++)
        index->questions[i] = &all[i];
    qsort(index->questions, count, sizeof *index->questions, by_id);
}

static const struct asked *index_find(const struct index *index,
                                      const char *id)
{
    const struct asked **found = bsearch(id, index->questions, index->count,
                                         sizeof *index->questions, with_id);
    return found != NULL ? *found : NULL;
}

static bool is_twin_set(const struct asked *a)
{
    return a->set == QUESTION_EVAL || a->set == QUESTION_TEST;
}

/* Why `other` cannot be what `link` of `a` points to, or NULL. */
static const char *wrong_partner(const struct asked *a,
                                 const struct asked *other, const char *link)
{
    bool pair = strcmp(link, "pair") == 0;
    const char *back = shape_text(other->q, link);
    if (strcmp(a->fact, other->fact) != 0)
        return "asks for another fact";
    if (strcmp(a->task, other->task) != 0)
        return "is another task";
    if ((a->image == other->image) == pair)
        return pair ? "has the same modality" : "has another modality";
    if (pair && a->set != other->set)
        return "is in another set";
    if (!pair && (a->set == other->set || !is_twin_set(a) ||
                  !is_twin_set(other)))
        return "is not the test question of an eval one, or the other way "
               "round";
    if (back == NULL || strcmp(back, a->id) != 0)
        return "does not point back";
    return NULL;
}

static void check_link(const struct index *index, const struct asked *a,
                       const char *link)
{
    const char *id = shape_text(a->q, link);
    if (id == NULL)
        return;
    const struct asked *other = index_find(index, id);
    const char *why = other == NULL ? "is no question of this person"
                                    : wrong_partner(a, other, link);
    if (why == NULL)
        return;
    bool pair = strcmp(link, "pair") == 0;
    asked_wrong(a, pair ? "question/pair" : "question/twin", "its %s %s %s",
                link, id, why);
    asked_witness(a,
                  pair ? "the same question in the other modality"
                       : "the same question in the other set",
                  id);
}

static void check_unique(const struct index *index)
{
    for (size_t i = 1; i < index->count; i++) {
        const struct asked *a = index->questions[i];
        if (strcmp(index->questions[i - 1]->id, a->id) != 0)
            continue;
        asked_wrong(a, "question/twice", "two questions have this id");
        asked_witness(a, "an id no other question has", a->id);
    }
}

void question_links_check(const struct asked *all, size_t count)
{
    struct index index;
    index_init(&index, all, count);
    check_unique(&index);
    for (size_t i = 0; i < count; i++) {
        check_link(&index, &all[i], "pair");
        check_link(&index, &all[i], "twin");
    }
    free(index.questions);
}
