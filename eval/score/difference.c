#include "config.h"

#include "difference.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "holm.h"

static struct difference *add(struct differences *d)
{
    if (d->count == d->cap) {
        d->cap = d->cap * 2 + 64;
        d->list = xrealloc(d->list, d->cap, sizeof *d->list);
    }
    return &d->list[d->count++];
}

/* Whether a run is of a step that a later one of its method follows. */
static bool outdated(const struct run *runs, size_t count, size_t run)
{
    const struct run *r = &runs[run];
    for (size_t i = 0; i < count; i++)
        if (runs[i].step > r->step && r->step >= 0 &&
            runs[i].method == r->method &&
            memcmp(runs[i].name, r->name, r->method) == 0)
            return true;
    return false;
}

/* The main metric of one task, of all runs. */
struct task_shares {
    unsigned modality; /* as of a difference */
    double *draws;     /* BOOTSTRAP_DRAWS a run */
    double *values;    /* one a run */
};

/* Writes the shares of a run in one modality, or adds half of them to half of
 * what is there. */
static void take(const struct ledger *l, const struct run *runs, size_t run,
                 size_t slot, enum score_metric metric, bool more,
                 struct task_shares *t, double *room)
{
    double *draws = t->draws + run * BOOTSTRAP_DRAWS;
    double value = ledger_count(l, runs[run].replies, slot, metric).numerator /
                   (double)l->slots.asked[slot];
    ledger_shares(l, run, slot, metric, room);
    for (size_t i = 0; i < BOOTSTRAP_DRAWS; i++)
        draws[i] = more ? (draws[i] + room[i]) / 2 : room[i];
    t->values[run] = more ? (t->values[run] + value) / 2 : value;
}

/* Gathers the shares of all runs. Returns false if this is not asked. */
static bool gather(const struct ledger *l, const struct run *runs,
                   enum exam_task task, struct task_shares *t, double *room)
{
    enum score_metric metric = score_metric_main(task);
    bool more = false;
    for (unsigned m = 0; m < EXAM_MODALITIES; m++) {
        size_t slot = slot_of(task, m, SLICE_ALL);
        if (l->slots.asked[slot] == 0)
            continue;
        for (size_t run = 0; run < l->run_count; run++)
            take(l, runs, run, slot, metric, more, t, room);
        t->modality = more ? CELL_BOTH : m;
        more = true;
    }
    return more;
}

/* Adds the difference of two runs. */
static void compare(struct differences *d, const struct ledger *l, size_t a,
                    size_t b, enum exam_task task, const struct task_shares *t,
                    double *room)
{
    struct difference *new = add(d);
    for (size_t i = 0; i < BOOTSTRAP_DRAWS; i++)
        room[i] = t->draws[a * BOOTSTRAP_DRAWS + i] -
                  t->draws[b * BOOTSTRAP_DRAWS + i];
    *new = (struct difference){.a = a,
                               .b = b,
                               .set = l->slots.set,
                               .task = task,
                               .modality = t->modality,
                               .value = t->values[a] - t->values[b],
                               .p = interval_p(room, BOOTSTRAP_DRAWS),
                               .interval = interval_of(room, BOOTSTRAP_DRAWS)};
}

/* Whether two runs are compared. */
static bool compared(const struct run *runs, size_t count, size_t a, size_t b)
{
    return (runs[a].role == RUN_UNLEARNED || runs[b].role == RUN_UNLEARNED) &&
           !outdated(runs, count, a) && !outdated(runs, count, b);
}

void differences_add(struct differences *d, const struct ledger *l,
                     const struct run *runs)
{
    size_t count = l->run_count;
    struct task_shares t = {
        .draws = xmalloc(count + 1, BOOTSTRAP_DRAWS * sizeof *t.draws),
        .values = xmalloc(count + 1, sizeof *t.values)};
    double *room = t.draws + count * BOOTSTRAP_DRAWS;
    for (unsigned task = 0; count > 1 && task < EXAM_TASKS; task++) {
        if (!gather(l, runs, task, &t, room))
            continue;
        for (size_t a = 0; a < count; a++)
            for (size_t b = a + 1; b < count; b++)
                if (compared(runs, count, a, b))
                    compare(d, l, a, b, task, &t, room);
    }
    free(t.draws);
    free(t.values);
}

void differences_correct(struct differences *d)
{
    double *p = xmalloc(2 * d->count + 1, sizeof *p);
    for (size_t i = 0; i < d->count; i++)
        p[i] = d->list[i].p;
    holm(p, d->count, p + d->count);
    for (size_t i = 0; i < d->count; i++)
        d->list[i].p_holm = p[d->count + i];
    free(p);
}

void differences_release(struct differences *d)
{
    free(d->list);
    *d = (struct differences){0};
}
