#include "config.h"

#include "gap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"

/* Adds `weight` times the draws of a run to a sum of such. */
static void add_shares(const struct ledger *l, size_t run, size_t slot,
                       enum score_metric metric, double weight, double *sum,
                       double *room)
{
    ledger_shares(l, run, slot, metric, room);
    for (size_t i = 0; i < BOOTSTRAP_DRAWS; i++)
        sum[i] += weight * room[i];
}

/* How many runs have a role. */
static size_t with_role(const struct ledger *l, const struct run *runs,
                        enum run_role role)
{
    size_t count = 0;
    for (size_t i = 0; i < l->run_count; i++)
        count += runs[i].role == role;
    return count;
}

/* The lower end of the interval in a slot that is asked. */
static double measure(const struct ledger *l, const struct run *runs,
                      size_t slot, enum score_metric metric, double *room)
{
    double *sum = room + BOOTSTRAP_DRAWS;
    double golds = (double)with_role(l, runs, RUN_GOLD);
    memset(sum, 0, BOOTSTRAP_DRAWS * sizeof *sum);
    for (size_t i = 0; i < l->run_count; i++)
        if (runs[i].role == RUN_VANILLA)
            add_shares(l, i, slot, metric, 1, sum, room);
        else if (runs[i].role == RUN_GOLD)
            add_shares(l, i, slot, metric, -1 / golds, sum, room);
    return interval_of(sum, BOOTSTRAP_DRAWS).low;
}

void gaps_none(struct gaps *g)
{
    for (unsigned task = 0; task < EXAM_TASKS; task++)
        for (unsigned modality = 0; modality < EXAM_MODALITIES; modality++)
            g->low[task][modality] = NAN;
}

void gaps_measure(struct gaps *g, const struct ledger *l,
                  const struct run *runs)
{
    gaps_none(g);
    if (with_role(l, runs, RUN_VANILLA) == 0 ||
        with_role(l, runs, RUN_GOLD) == 0)
        return;
    double *room = xmalloc(2 * BOOTSTRAP_DRAWS, sizeof *room);
    for (unsigned task = 0; task < EXAM_TASKS; task++)
        for (unsigned modality = 0; modality < EXAM_MODALITIES; modality++) {
            size_t slot = slot_of(task, modality, SLICE_ALL);
            enum score_metric metric = score_metric_main(task);
            if (ledger_has(l, 0, slot, metric))
                g->low[task][modality] =
                    measure(l, runs, slot, metric, room);
        }
    free(room);
}
