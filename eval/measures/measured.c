#include "config.h"

#include "measures/measured.h"

#include <string.h>

size_t measured_holdout(const struct exam *e)
{
    static const char holdout[] = "holdout_";
    for (size_t i = 0; i < e->set_count; i++)
        if (e->sets[i].role == EXAM_EVAL &&
            e->sets[i].name.len > strlen(holdout) &&
            memcmp(e->sets[i].name.text, holdout, strlen(holdout)) == 0)
            return i;
    return EXAM_NONE;
}

bool measured_forgotten(const struct measured *m, size_t set)
{
    return set == m->sides->forget || set == m->sides->test;
}

size_t measured_sets(const struct measured *m, size_t sets[MEASURED_SETS])
{
    const struct exam_sides *s = m->sides;
    const size_t all[MEASURED_SETS] = {s->forget, s->test,     s->retain,
                                       s->real,   s->stranger,
                                       measured_holdout(m->exam)};
    size_t count = 0;
    for (size_t i = 0; i < MEASURED_SETS; i++)
        if (all[i] != EXAM_NONE)
            sets[count++] = all[i];
    return count;
}

bool measured_open(const struct measured *m, size_t question, size_t set)
{
    return m->exam->questions[question].task == EXAM_OPEN &&
           exam_in(m->exam, question, set);
}
