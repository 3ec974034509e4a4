#include "config.h"

#include "measures/quality.h"

#include <math.h>
#include <stdlib.h>

#include "alloc.h"
#include "measures/distance.h"
#include "measures/truth.h"

/* The questions of a set that both have a truth ratio of. */
static size_t pair_up(const struct measured *m, const struct answer *reference,
                      size_t set, struct distance_pair *pairs)
{
    size_t count = 0;
    for (size_t i = 0; i < m->exam->question_count; i++) {
        if (m->answers[i].scored_count == 0 || !measured_open(m, i, set))
            continue;
        struct distance_pair p = {truth_ratio(TRUTH_TOFU, &m->answers[i]),
                                  truth_ratio(TRUTH_TOFU, &reference[i]),
                                  m->exam->questions[i].person};
        if (!isnan(p.a) && !isnan(p.b))
            pairs[count++] = p;
    }
    return count;
}

static bool add(const struct measured *m, const struct answer *reference,
                size_t set, const struct rows *rows)
{
    const struct exam *e = m->exam;
    struct text name = e->sets[set].name;
    const char *key[] = {"swaps", e->root, name.text};
    struct distance_pair *pairs =
        xmalloc(e->question_count + 1, sizeof *pairs);
    size_t count = pair_up(m, reference, set, pairs);
    if (count > 0) {
        struct distance d = distance_of(pairs, count, key, 3);
        row_measure(rows, "forget_quality_ks", name, d.gap, count);
        row_measure(rows, "forget_quality", name, d.swapped, count);
        row_measure(rows, "forget_quality_tofu", name, d.independent, count);
    }
    free(pairs);
    return count > 0;
}

void quality_rows(const struct measured *m, const struct answer *reference,
                  const struct rows *rows)
{
    static const char *const names[] = {
        "forget_quality_ks", "forget_quality", "forget_quality_tofu"};
    bool any = false;
    if (reference != NULL) {
        any = add(m, reference, m->sides->forget, rows);
        if (m->sides->test != EXAM_NONE)
            any |= add(m, reference, m->sides->test, rows);
    }
    for (size_t i = 0; !any && i < sizeof names / sizeof names[0]; i++)
        row_absent(rows, names[i],
                   reference == NULL
                       ? "a reference run: a model trained on retain alone"
                       : "log-probabilities of the tokens of paraphrases and "
                         "perturbed answers, of the reference run, too");
}
