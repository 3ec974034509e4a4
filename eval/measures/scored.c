#include "config.h"

#include "measures/scored.h"

#include <math.h>
#include <stdlib.h>

#include "alloc.h"
#include "buf.h"
#include "measures/likely.h"
#include "measures/ranks.h"
#include "measures/truth.h"

static const char truth_needs[] = "log-probabilities of the tokens of "
                                  "paraphrases and perturbed answers";

/* A mean in the making. */
struct sum {
    double sum;
    size_t n;
};

static void sum_add(struct sum *s, double value)
{
    if (isnan(value))
        return;
    s->sum += value;
    s->n++;
}

static double sum_mean(const struct sum *s)
{
    return s->n > 0 ? s->sum / (double)s->n : NAN;
}

static double reference(const struct answer *a, enum likely kind)
{
    return likely_of(kind, answer_scored(a, ANSWER_REFERENCE));
}

static struct sum mean_likely(const struct measured *m, size_t set,
                              enum likely kind)
{
    struct sum s = {0};
    for (size_t i = 0; i < m->exam->question_count; i++)
        if (m->answers[i].scored_count > 0 && measured_open(m, i, set))
            sum_add(&s, reference(&m->answers[i], kind));
    return s;
}

static struct sum mean_truth(const struct measured *m, size_t set,
                             enum truth kind)
{
    struct sum s = {0};
    bool forgotten = measured_forgotten(m, set);
    for (size_t i = 0; i < m->exam->question_count; i++)
        if (m->answers[i].scored_count > 0 && measured_open(m, i, set))
            sum_add(&s, truth_worth(kind, truth_ratio(kind, &m->answers[i]),
                                    forgotten));
    return s;
}

/* The mean over a set, if anything of it is there. Returns whether it is. */
static bool add_mean(const struct measured *m, const struct rows *rows,
                     const char *name, size_t set, struct sum s)
{
    if (s.n > 0)
        row_measure(rows, name, m->exam->sets[set].name, sum_mean(&s), s.n);
    return s.n > 0;
}

void scored_means(const struct measured *m, const struct rows *rows)
{
    size_t sets[MEASURED_SETS], count = measured_sets(m, sets);
    for (unsigned kind = 0; kind < LIKELY_KINDS; kind++) {
        bool any = false;
        for (size_t i = 0; i < count; i++)
            any |= add_mean(m, rows, likely_name(kind), sets[i],
                            mean_likely(m, sets[i], kind));
        if (!any)
            row_absent(rows, likely_name(kind), likely_needs(kind));
    }
    for (unsigned kind = 0; kind < TRUTH_KINDS; kind++) {
        bool any = false;
        for (size_t i = 0; i < count; i++)
            any |= add_mean(m, rows, truth_name(kind), sets[i],
                            mean_truth(m, sets[i], kind));
        if (!any)
            row_absent(rows, truth_name(kind), truth_needs);
    }
    row_absent(rows, "zlib", "the texts compressed, which are not in logs; "
                             "loss_per_byte is by their plain bytes");
}

/* The numbers of a set, in order; the caller frees them. */
static double *numbers(const struct measured *m, size_t set, enum likely kind,
                       size_t *count)
{
    double *list = xmalloc(m->exam->question_count + 1, sizeof *list);
    *count = 0;
    for (size_t i = 0; i < m->exam->question_count; i++) {
        if (m->answers[i].scored_count == 0 || !measured_open(m, i, set))
            continue;
        double value = reference(&m->answers[i], kind);
        if (!isnan(value))
            list[(*count)++] = value;
    }
    ranks_sort(list, *count);
    return list;
}

/* How well forgotten people are told from those of a set. */
static void add_area(const struct measured *m, const struct rows *rows,
                     enum likely kind, size_t others, const char *whose)
{
    struct buf name = BUF_EMPTY;
    size_t in = 0, out = 0;
    double area = NAN;
    buf_printf(&name, "auc_%s_%s", likely_name(kind), whose);
    if (others != EXAM_NONE) {
        double *known = numbers(m, m->sides->forget, kind, &in);
        double *unknown = numbers(m, others, kind, &out);
        area = ranks_area(known, in, unknown, out);
        free(known);
        free(unknown);
    }
    if (isnan(area))
        row_absent(rows, buf_string(&name),
                   others == EXAM_NONE ? "a release that has such people"
                                       : likely_needs(kind));
    else
        row_measure(rows, buf_string(&name),
                    m->exam->sets[m->sides->forget].name, area, in + out);
    buf_release(&name);
}

void scored_areas(const struct measured *m, const struct rows *rows)
{
    static const enum likely attacks[] = {
        LIKELY_LOSS,     LIKELY_LOSS_PER_BYTE, LIKELY_MIN_K_20,
        LIKELY_MIN_K_40, LIKELY_MIN_KPP_20,    LIKELY_MIN_KPP_40};
    for (size_t i = 0; i < sizeof attacks / sizeof attacks[0]; i++) {
        add_area(m, rows, attacks[i], m->sides->stranger, "stranger");
        add_area(m, rows, attacks[i], measured_holdout(m->exam), "holdout");
    }
}

static double mean_recall(const struct measured *m, size_t set)
{
    struct sum s = {0};
    for (size_t i = 0; i < m->exam->question_count; i++)
        if (measured_open(m, i, set))
            sum_add(&s, m->replies[i].recall);
    return sum_mean(&s);
}

/* TOFU's: of celebrities the probability among all answers that are scored. */
static double mean_probability(const struct measured *m, size_t set)
{
    struct sum s = {0};
    for (size_t i = 0; i < m->exam->question_count; i++)
        if (m->answers[i].scored_count > 0 && measured_open(m, i, set))
            sum_add(&s, set == m->sides->real
                            ? truth_share(&m->answers[i])
                            : reference(&m->answers[i], LIKELY_PROBABILITY));
    return sum_mean(&s);
}

/* The harmonic mean; 0 if one is 0, NAN if one is. */
static double harmonic(const double *values, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += 1 / values[i];
    return (double)count / sum;
}

void scored_utility(const struct measured *m, const struct rows *rows)
{
    const size_t sets[] = {m->sides->retain, m->sides->real};
    double values[6];
    size_t count = 0;
    for (size_t i = 0; i < 2; i++) {
        if (sets[i] == EXAM_NONE)
            continue;
        struct sum truth = mean_truth(m, sets[i], TRUTH_TOFU);
        values[count++] = mean_probability(m, sets[i]);
        values[count++] = mean_recall(m, sets[i]);
        values[count++] = sum_mean(&truth);
    }
    double value = count > 0 ? harmonic(values, count) : NAN;
    if (isnan(value))
        row_absent(rows, "model_utility",
                   "log-probabilities of the tokens of all open answers of "
                   "retain and real, and what they are compared with");
    else
        row_measure(rows, "model_utility", (struct text){NULL, 0}, value,
                    count);
    row_absent(rows, "model_utility_tofu",
               "questions on facts of the world, which a release has not");
}
