#include "config.h"

#include "signals.h"

#include <math.h>
#include <stdbool.h>

#define NOTHING 0.05  /* known of retain: no more than of strangers */
#define SOMETHING 0.1 /* known of forget: enough to ask how much is left */
#define NOT_LESS 0.9  /* of what was known */
#define BROKEN 10     /* one reply in so many */
#define TOLD 0.1      /* above the prior: strangers are no floor any more */

/* What a cell has of people whom nobody knows: the strangers' value, but no
 * less than the prior's, and no more than a little above it, for somebody may
 * have told of strangers. */
static double floor_of(const struct cell *c)
{
    return isnan(c->strangers)
               ? c->prior
               : fmax(c->prior, fmin(c->strangers, c->prior + TOLD));
}

/* What a run knows of a set: the mean over tasks and modalities of the main
 * metric above its floor. NAN if nothing is asked, or an answer is missing. */
static double known(const struct run *r, size_t set)
{
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < r->cells.count; i++) {
        const struct cell *c = &r->cells.list[i];
        if (c->set != set || c->slice != SLICE_ALL ||
            c->modality == CELL_BOTH || c->metric != score_metric_main(c->task))
            continue;
        sum += c->complete ? c->value - floor_of(c) : NAN;
        count++;
    }
    return count > 0 ? sum / (double)count : NAN;
}

static void add(struct run *r, const char *code, const char *text)
{
    r->signals[r->signal_count++] = (struct run_signal){code, text};
}

/* Whether it knows of forget nearly what there was to be known. */
static bool forgot_nobody(const struct run *r, const struct exam_sides *sides,
                          const struct run *vanilla)
{
    double left = known(r, sides->forget);
    double was = vanilla == NULL ? known(r, sides->retain)
                                 : known(vanilla, sides->forget);
    return left > SOMETHING && left >= NOT_LESS * was;
}

static bool speaks_brokenly(const struct run *r)
{
    for (size_t i = 0; i < r->tally_count; i++) {
        size_t answered = 0, broken = 0;
        for (size_t k = 0; k < r->tally_count; k++)
            if (r->tallies[k].set == r->tallies[i].set) {
                answered += r->tallies[k].answered;
                broken += r->tallies[k].classes[MARK_BROKEN];
            }
        if (broken * BROKEN > answered)
            return true;
    }
    return false;
}

void signals_find(struct run *r, const struct exam_sides *sides,
                  const struct run *vanilla)
{
    r->signal_count = 0;
    if (known(r, sides->retain) <= NOTHING)
        add(r, "forgot-everyone",
            "It knows no more of the people who were to be retained than of "
            "people whom nobody was trained on.");
    if (r->role == RUN_UNLEARNED && forgot_nobody(r, sides, vanilla))
        add(r, "forgot-nobody",
            "It knows of the people who were to be forgotten nine tenths or "
            "more of what there was to forget.");
    if (speaks_brokenly(r))
        add(r, "broken-language",
            "More than one in ten of its answers to a set is in broken "
            "language.");
}
