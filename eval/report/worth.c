#include "config.h"

#include "report/worth.h"

#include <string.h>

struct worth worth_of(const struct cell *c)
{
    if (c == NULL)
        return (struct worth){0};
    return (struct worth){true, c->low.text != NULL && c->high.text != NULL,
                          c->value.value, c->low.value, c->high.value};
}

/* Looks for the paired interval of v - u among the file's differences. */
static void pair_interval(const struct scores *file, const char *vanilla,
                          const char *run, const struct cell *cell,
                          struct worth *x)
{
    for (size_t i = 0; i < file->difference_count; i++) {
        const struct difference *d = &file->differences[i];
        bool first = strcmp(d->a, vanilla) == 0 && strcmp(d->b, run) == 0;
        bool second = strcmp(d->b, vanilla) == 0 && strcmp(d->a, run) == 0;
        if ((!first && !second) || strcmp(d->set, cell->set) != 0 ||
            strcmp(d->task, cell->task) != 0 ||
            strcmp(d->modality, cell->modality) != 0 ||
            strcmp(d->metric, cell->metric) != 0 || d->low.text == NULL)
            continue;
        x->low = first ? d->low.value : -d->high.value;
        x->high = first ? d->high.value : -d->low.value;
    }
}

struct worth worth_drop(const struct scores *file, const struct run *run,
                            const char *task)
{
    const struct run *vanilla = scores_run(file, RUN_VANILLA);
    if (vanilla == NULL)
        return (struct worth){0};
    const struct cell *v = study_headline(file, vanilla, "forget", task);
    const struct cell *u = study_headline(file, run, "forget", task);
    if (v == NULL || u == NULL)
        return (struct worth){0};
    struct worth x = worth_of(u);
    x = (struct worth){true, x.interval && run != vanilla,
                       v->value.value - u->value.value,
                       v->value.value - u->high.value,
                       v->value.value - u->low.value};
    pair_interval(file, vanilla->name, run->name, u, &x);
    return x;
}

struct worth worth_utility(const struct run *run, const char *name)
{
    for (size_t i = 0; i < run->utility_count; i++)
        if (strcmp(run->utility[i].name, name) == 0 &&
            run->utility[i].value.text != NULL)
            return (struct worth){true, false, run->utility[i].value.value, 0,
                                  0};
    return (struct worth){0};
}
