#include "config.h"

#include "cell.h"

#include <math.h>
#include <stdlib.h>

#include "alloc.h"

static struct cell *add(struct cells *c, struct cell cell)
{
    if (c->count == c->cap) {
        c->cap = c->cap * 2 + 64;
        c->list = xrealloc(c->list, c->cap, sizeof *c->list);
    }
    c->list[c->count] = cell;
    return &c->list[c->count++];
}

/* Fills in the floors of a choice, or that of the prior alone. */
static void add_floors(struct cell *c, const struct ledger *l, size_t slot,
                       struct cell_floors floors)
{
    enum score_metric metric = c->metric;
    c->chance = c->prior = c->familiar = c->strangers = NAN;
    if (metric == SCORE_FACTUALITY)
        return;
    if (metric == SCORE_LIKELIHOOD)
        metric = SCORE_ACCURACY; /* they choose by no likelihood */
    c->prior = ledger_count(l, floors.prior, slot, metric).numerator /
               (double)c->denominator;
    if (c->task != EXAM_CHOICE)
        return;
    c->chance = 1.0 / EXAM_OPTIONS;
    c->familiar = ledger_count(l, floors.familiar, slot, metric).numerator /
                  (double)c->denominator;
}

/* The interval of what was drawn of a value. Draws are rounded to millionths
 * and may be few different ones: it is made to hold the value. */
static struct interval interval_around(double *draws, double value)
{
    struct interval i = interval_of(draws, BOOTSTRAP_DRAWS);
    if (i.low > value)
        i.low = value;
    if (i.high < value)
        i.high = value;
    return i;
}

/* What a run's cells in one set are made of. */
struct work {
    struct cells *cells;
    const struct ledger *ledger;
    size_t run;
    const struct reply *replies;
    struct cell_floors floors;
    double *shares[EXAM_MODALITIES]; /* owned: draws of the cells now made */
    double *room;                    /* owned: for a copy that is reordered */
};

/* Adds the cell of one modality. Returns its index, or SIZE_MAX if there is
 * none. */
static size_t add_one(struct work *w, enum exam_task task,
                      enum exam_modality modality, enum slice slice,
                      enum score_metric metric)
{
    const struct ledger *l = w->ledger;
    size_t slot = slot_of(task, modality, slice);
    if (!ledger_has(l, w->run, slot, metric))
        return SIZE_MAX;
    struct count count = ledger_count(l, w->replies, slot, metric);
    struct cell *c = add(w->cells, (struct cell){.set = l->slots.set,
                                                 .task = task,
                                                 .modality = modality,
                                                 .slice = slice,
                                                 .metric = metric});
    c->numerator = count.numerator;
    c->denominator = l->slots.asked[slot];
    c->value = c->numerator / (double)c->denominator;
    c->complete = count.counted == c->denominator;
    add_floors(c, l, slot, w->floors);
    ledger_shares(l, w->run, slot, metric, w->shares[modality]);
    for (size_t i = 0; i < BOOTSTRAP_DRAWS; i++)
        w->room[i] = w->shares[modality][i];
    c->interval = interval_around(w->room, c->value);
    return w->cells->count - 1;
}

static double mean(double a, double b)
{
    return (a + b) / 2;
}

/* Adds the mean of the cells of both modalities. */
static void add_both(struct work *w, size_t text, size_t image)
{
    const struct cell a = w->cells->list[text], b = w->cells->list[image];
    struct cell *c = add(w->cells, a);
    for (size_t i = 0; i < BOOTSTRAP_DRAWS; i++)
        w->room[i] = mean(w->shares[EXAM_TEXT][i], w->shares[EXAM_IMAGE][i]);
    c->modality = CELL_BOTH;
    c->numerator = NAN;
    c->denominator = 0;
    c->value = mean(a.value, b.value);
    c->interval = interval_around(w->room, c->value);
    c->prior = mean(a.prior, b.prior);
    c->familiar = mean(a.familiar, b.familiar);
    c->complete = a.complete && b.complete;
}

static void add_slice(struct work *w, enum exam_task task, enum slice slice,
                      enum score_metric metric)
{
    size_t text = add_one(w, task, EXAM_TEXT, slice, metric);
    size_t image = add_one(w, task, EXAM_IMAGE, slice, metric);
    if (text != SIZE_MAX && image != SIZE_MAX)
        add_both(w, text, image);
}

void cells_add(struct cells *c, const struct ledger *l, size_t run,
               const struct reply *replies, struct cell_floors floors)
{
    double *room = xmalloc(3 * BOOTSTRAP_DRAWS, sizeof *room);
    struct work w = {.cells = c,
                     .ledger = l,
                     .run = run,
                     .replies = replies,
                     .floors = floors,
                     .shares = {room, room + BOOTSTRAP_DRAWS},
                     .room = room + 2 * BOOTSTRAP_DRAWS};
    for (unsigned task = 0; task < EXAM_TASKS; task++)
        for (unsigned slice = 0; slice < SLICES; slice++)
            for (unsigned metric = 0; metric < SCORE_METRICS; metric++)
                if (ledger_wants(slice, task, metric))
                    add_slice(&w, task, slice, metric);
    free(room);
}

const struct cell *cells_find(const struct cells *c, size_t set,
                              enum exam_task task, unsigned modality,
                              enum slice slice, enum score_metric metric)
{
    for (size_t i = 0; i < c->count; i++) {
        const struct cell *at = &c->list[i];
        if (at->set == set && at->task == task && at->modality == modality &&
            at->slice == slice && at->metric == metric)
            return at;
    }
    return NULL;
}

void cells_compare(struct cells *c, size_t strangers)
{
    for (size_t i = 0; i < c->count; i++) {
        struct cell *at = &c->list[i];
        const struct cell *other = cells_find(c, strangers, at->task,
                                              at->modality, at->slice,
                                              at->metric);
        if (other != NULL && other->complete)
            at->strangers = other->value;
    }
}

const char *cell_modality_name(unsigned modality)
{
    return modality == CELL_BOTH ? "both" : exam_modality_name(modality);
}

void cells_release(struct cells *c)
{
    free(c->list);
    *c = (struct cells){0};
}
