#include "config.h"

#include "measures/pebench.h"

/* Whether a question of a set that asks for the name of somebody in a picture.
 */
static bool asks_name(const struct measured *m, size_t question, size_t set)
{
    static const struct text name = {"name", 4};
    const struct exam_question *q = &m->exam->questions[question];
    return q->modality == EXAM_IMAGE && measured_open(m, question, set) &&
           text_same(m->exam->facts[q->fact], name);
}

/* The share of names that are told, or, of forgotten people, that are not;
 * without an answer neither. */
static void add(const struct measured *m, const char *measure, size_t set,
                const struct rows *rows)
{
    size_t asked = 0, count = 0;
    bool told = set != EXAM_NONE && !measured_forgotten(m, set);
    for (size_t i = 0; set != EXAM_NONE && i < m->exam->question_count; i++) {
        const struct measured_reply *r = &m->replies[i];
        if (!asks_name(m, i, set))
            continue;
        asked++;
        count += r->answered && r->right == told;
    }
    if (asked > 0)
        row_measure(rows, measure, m->exam->sets[set].name,
                    (double)count / (double)asked, asked);
    else
        row_absent(rows, measure,
                   "open questions of a picture that ask for a name");
}

void pebench_rows(const struct measured *m, const struct rows *rows)
{
    add(m, "pebench_efficacy", m->sides->forget, rows);
    add(m, "pebench_generality", m->sides->test, rows);
    add(m, "pebench_retain", m->sides->retain, rows);
    add(m, "pebench_real", m->sides->real, rows);
    row_absent(rows, "pebench_scope",
               "questions on the scene of a picture, which a release has not");
}
