#include "config.h"

#include "measures/pairs.h"

/* By task. */
static const char *const names[EXAM_TASKS] = {
    [EXAM_CHOICE] = "umu_choice", [EXAM_OPEN] = "umu_rouge",
    [EXAM_CLOZE] = "umu_cloze"};

/* The same question of a picture, or EXAM_NONE. */
static size_t partner(const struct measured *m, size_t question)
{
    const struct exam_question *q = &m->exam->questions[question];
    if (q->modality != EXAM_TEXT || q->pair.text == NULL)
        return EXAM_NONE;
    size_t other = exam_find(m->exam, q->pair);
    if (other == EXAM_NONE || m->exam->questions[other].modality != EXAM_IMAGE)
        return EXAM_NONE;
    return other;
}

/* What a pair counts: wrong in both where it is to be forgotten, right in both
 * where it is not. No answer is neither. */
static double both(const struct measured_reply *a,
                   const struct measured_reply *b, bool forgotten)
{
    return a->answered && b->answered && a->right == !forgotten &&
           b->right == !forgotten;
}

/* The same for ROUGE-L: the mean with the greater one weighing more, or the
 * harmonic mean. A forgotten pair without an answer counts as known. */
static double both_alike(const struct measured_reply *a,
                         const struct measured_reply *b, bool forgotten)
{
    double x = a->rouge, y = b->rouge;
    if (forgotten && !(a->answered && b->answered))
        return 1;
    if (x + y == 0)
        return 0;
    return (forgotten ? x * x + y * y : 2 * x * y) / (x + y);
}

/* Adds the pairs of a set and task. Returns how many there are. */
static size_t add(const struct measured *m, size_t set, enum exam_task task,
                  const struct rows *rows)
{
    bool forgotten = measured_forgotten(m, set);
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < m->exam->question_count; i++) {
        if (m->exam->questions[i].task != task || !exam_in(m->exam, i, set))
            continue;
        size_t other = partner(m, i);
        if (other == EXAM_NONE)
            continue;
        const struct measured_reply *a = &m->replies[i];
        const struct measured_reply *b = &m->replies[other];
        sum += task == EXAM_OPEN ? both_alike(a, b, forgotten)
                                 : both(a, b, forgotten);
        count++;
    }
    if (count > 0)
        row_measure(rows, names[task], m->exam->sets[set].name,
                    sum / (double)count, count);
    return count;
}

void pairs_rows(const struct measured *m, const struct rows *rows)
{
    size_t sets[MEASURED_SETS], count = measured_sets(m, sets);
    for (unsigned task = 0; task < EXAM_TASKS; task++) {
        size_t pairs = 0;
        for (size_t i = 0; i < count; i++)
            pairs += add(m, sets[i], task, rows);
        if (pairs == 0)
            row_absent(rows, names[task],
                       "questions asked in text and of a picture");
    }
}
