#include "config.h"

#include "ledger.h"

#include <math.h>
#include <stdlib.h>

#include "alloc.h"

#define UNIT 1000000 /* of a share, at most */

bool ledger_wants(enum slice slice, enum exam_task task,
                  enum score_metric metric)
{
    return score_metric_fits(metric, task) &&
           (slice == SLICE_ALL || metric == score_metric_main(task));
}

struct count ledger_count(const struct ledger *l, const struct reply *replies,
                          size_t slot, enum score_metric metric)
{
    struct count c = {0, 0};
    for (size_t i = 0; i < l->slots.count; i++) {
        const struct slot_question *q = &l->slots.questions[i];
        if ((q->in >> slot & 1) == 0)
            continue;
        double score = reply_score(&replies[q->question], metric);
        if (isnan(score))
            continue;
        c.numerator += score;
        c.counted++;
    }
    return c;
}

/* Whether everybody in the set is asked as often. */
static bool is_even(const struct slots *s, size_t slot)
{
    return s->asked[slot] == s->people * s->each[slot];
}

/* Gives out the columns of a run's slot. Returns the next one that is free. */
static size_t give_run(struct ledger *l, const struct reply *replies,
                       size_t run, size_t slot, size_t next)
{
    enum exam_task task = slot / SLICES / EXAM_MODALITIES;
    for (unsigned m = 0; m < SCORE_METRICS; m++)
        if (ledger_wants(slot % SLICES, task, m) &&
            (!score_metric_optional(m) ||
             ledger_count(l, replies, slot, m).counted > 0))
            l->runs[run].at[slot][m] = next++;
    return next;
}

/* Gives out all columns; only a slot that has cells gets any. Returns how many
 * there are. */
static size_t give(struct ledger *l, const struct reply *const *replies)
{
    size_t next = 0;
    for (size_t run = 0; run < l->run_count; run++)
        for (size_t i = 0; i < SLOTS * SCORE_METRICS; i++)
            l->runs[run].at[i / SCORE_METRICS][i % SCORE_METRICS] = LEDGER_NONE;
    for (size_t slot = 0; slot < SLOTS; slot++) {
        size_t row = slot / SLICES;
        l->asked[slot] = LEDGER_NONE;
        if (!slots_tell(&l->slots, row / EXAM_MODALITIES,
                        row % EXAM_MODALITIES, slot % SLICES))
            continue;
        if (!is_even(&l->slots, slot))
            l->asked[slot] = next++;
        for (size_t run = 0; run < l->run_count; run++)
            next = give_run(l, replies[run], run, slot, next);
    }
    return next;
}

/* Enters a reply's score into the people's row. */
static void enter_score(struct ledger *l, const struct slot_question *q,
                        size_t slot, enum score_metric metric, size_t column,
                        const struct reply *reply)
{
    double score = reply_score(reply, metric);
    int32_t unit = score_metric_whole(metric) ? 1 : l->units[slot];
    if (!isnan(score))
        *bootstrap_cell(&l->draws, q->person, column) +=
            (int32_t)(score * unit + 0.5);
}

/* Enters what one question brings into the columns of its slots. */
static void enter(struct ledger *l, const struct slot_question *q,
                  const struct reply *const *replies)
{
    for (size_t slot = 0; slot < SLOTS; slot++) {
        if ((q->in >> slot & 1) == 0)
            continue;
        if (l->asked[slot] != LEDGER_NONE)
            ++*bootstrap_cell(&l->draws, q->person, l->asked[slot]);
        for (size_t run = 0; run < l->run_count; run++)
            for (unsigned m = 0; m < SCORE_METRICS; m++) {
                size_t column = l->runs[run].at[slot][m];
                if (column != LEDGER_NONE)
                    enter_score(l, q, slot, m, column,
                                &replies[run][q->question]);
            }
    }
}

/* The name of the people of a set: for test questions that of the set of eval
 * questions. */
static const char *people_name(const struct exam *e, size_t set)
{
    for (size_t i = 0; i < e->set_count; i++)
        if (e->sets[i].group == e->sets[set].group &&
            e->sets[i].role == EXAM_EVAL)
            return e->sets[i].name.text;
    return e->sets[set].name.text;
}

void ledger_init(struct ledger *l, const struct slices *slices, size_t set,
                 const struct reply *const *replies, size_t run_count)
{
    const struct exam *e = slices->exam;
    const char *key[] = {"bootstrap", e->root, people_name(e, set)};
    *l = (struct ledger){.run_count = run_count};
    slots_init(&l->slots, slices, set);
    l->runs = xmalloc(run_count + 1, sizeof *l->runs);
    size_t columns = give(l, replies);
    if (columns == 0)
        return;
    bootstrap_init(&l->draws, l->slots.people, columns);
    for (size_t slot = 0; slot < SLOTS; slot++)
        l->units[slot] =
            bootstrap_fits(l->slots.people, l->slots.each[slot], UNIT);
    for (size_t i = 0; i < l->slots.count; i++)
        enter(l, &l->slots.questions[i], replies);
    bootstrap_draw(&l->draws, key, 3);
}

bool ledger_has(const struct ledger *l, size_t run, size_t slot,
                enum score_metric metric)
{
    return l->runs[run].at[slot][metric] != LEDGER_NONE;
}

void ledger_shares(const struct ledger *l, size_t run, size_t slot,
                   enum score_metric metric, double *shares)
{
    const int32_t *sums =
        bootstrap_sums(&l->draws, l->runs[run].at[slot][metric]);
    double unit = score_metric_whole(metric) ? 1 : l->units[slot];
    if (l->asked[slot] == LEDGER_NONE) {
        double all = unit * (double)l->slots.asked[slot];
        for (size_t i = 0; i < BOOTSTRAP_DRAWS; i++)
            shares[i] = sums[i] / all;
        return;
    }
    const int32_t *asked = bootstrap_sums(&l->draws, l->asked[slot]);
    for (size_t i = 0; i < BOOTSTRAP_DRAWS; i++)
        shares[i] = asked[i] > 0 ? sums[i] / (unit * asked[i]) : NAN;
}

void ledger_release(struct ledger *l)
{
    slots_release(&l->slots);
    bootstrap_release(&l->draws);
    free(l->runs);
}
