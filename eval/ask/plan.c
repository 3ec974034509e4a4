#include "config.h"

#include "ask/plan.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "diag.h"

/* Adds a set unless it is there. Returns 0, or -1 (told). */
static int add_set(struct plan *p, size_t set)
{
    for (size_t i = 0; i < p->set_count; i++)
        if (p->sets[i] == set)
            return 0;
    if (p->set_count == PLAN_SETS) {
        diag("more than %d sets", PLAN_SETS);
        return -1;
    }
    p->sets[p->set_count++] = set;
    return 0;
}

int plan_sets(struct plan *p, const struct exam *e,
              const struct exam_sides *sides, const char *names)
{
    const size_t usual[] = {sides->forget, sides->test, sides->retain,
                            sides->real, sides->stranger};
    for (size_t i = 0; names == NULL && i < sizeof usual / sizeof *usual; i++)
        if (usual[i] != EXAM_NONE)
            p->sets[p->set_count++] = usual[i];
    while (names != NULL) {
        size_t len = strcspn(names, ",");
        size_t set = exam_set(e, names, len);
        if (set == EXAM_NONE) {
            diag("the release has no set '%.*s'", (int)len, names);
            return -1;
        }
        if (add_set(p, set) < 0)
            return -1;
        names = names[len] == ',' ? names + len + 1 : NULL;
    }
    return 0;
}

static bool asked(const struct plan *p, const struct exam *e, size_t question)
{
    for (size_t i = 0; i < p->set_count; i++)
        if (exam_in(e, question, p->sets[i]))
            return true;
    return false;
}

void plan_list(struct plan *p, const struct exam *e, const struct shots *s,
               const struct answers *had)
{
    p->list = xmalloc(e->question_count + 1, sizeof *p->list);
    for (size_t i = 0; i < e->question_count; i++) {
        if (!asked(p, e, i))
            continue;
        if (shots_bar(s, &e->questions[i]))
            p->barred++;
        else if (had != NULL && had->list[i].present)
            p->had++;
        else
            p->list[p->count++] = i;
    }
}

void plan_release(struct plan *p)
{
    free(p->list);
    *p = (struct plan){0};
}
