#include "config.h"

#include "mark/marks.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "datadir.h"

#define FIRST_CAP 1024

static void add_given(struct marks *m, size_t fact, struct text text)
{
    uint32_t value = values_add(&m->values, &m->terms, fact, text.text,
                                text.len);
    if (m->given_count == m->given_cap) {
        m->given_cap = m->given_cap == 0 ? FIRST_CAP : 2 * m->given_cap;
        m->given = xrealloc(m->given, m->given_cap, sizeof *m->given);
    }
    m->given[m->given_count++] = value;
}

static void add_right(struct marks *m, const struct exam_question *q)
{
    add_given(m, q->fact, q->value);
    for (size_t i = 0; i < q->alias_count; i++)
        add_given(m, q->fact, q->aliases[i]);
    if (q->task == EXAM_CLOZE)
        add_given(m, q->fact, q->answer);
}

/* Leaves out what is no value, and what is there twice. */
static void tidy(struct marks *m, struct marks_key *key)
{
    size_t kept = key->first;
    for (size_t i = key->first; i < m->given_count; i++) {
        bool again = m->given[i] == VALUES_NONE;
        for (size_t j = key->first; j < kept; j++)
            again = again || m->given[j] == m->given[i];
        if (!again)
            m->given[kept++] = m->given[i];
    }
    m->given_count = kept;
}

/* Of a choice the values that are right count as known, too. */
static void add_question(struct marks *m, size_t question)
{
    const struct exam_question *q = &m->exam->questions[question];
    struct marks_key *key = &m->keys[question];
    key->first = m->given_count;
    add_right(m, q);
    if (q->task == EXAM_CHOICE) {
        m->given_count = key->first;
        for (size_t i = 0; i < EXAM_OPTIONS; i++)
            add_given(m, q->fact, q->options[i]);
    } else {
        tidy(m, key);
    }
    key->count = m->given_count - key->first;
}

static int read_facts(struct marks *m)
{
    struct tsv table;
    char *folder = datadir_path("templates/marks");
    int rc = tsv_read(&table, folder, "facts.tsv", "fact rule");
    for (size_t row = 0; rc == 0 && row < table.rows; row++) {
        if (strcmp(tsv_cell(&table, row, 1), "parts") != 0)
            rc = tsv_fail(&table, row, "'%s' is no rule of a fact",
                          tsv_cell(&table, row, 1));
        const char *name = tsv_cell(&table, row, 0);
        for (size_t i = 0; i < m->exam->fact_count; i++)
            if (m->exam->facts[i].len == strlen(name) &&
                memcmp(m->exam->facts[i].text, name, strlen(name)) == 0)
                m->parts[i] = true;
    }
    tsv_release(&table);
    free(folder);
    return rc;
}

static int read_refusals(struct marks *m)
{
    char *folder = datadir_path("templates/refusals");
    int rc = tsv_read(&m->refusals, folder, "en.tsv", "shape phrase");
    for (size_t row = 0; rc == 0 && row < m->refusals.rows; row++) {
        const char *phrase = tsv_cell(&m->refusals, row, 1);
        if (values_add(&m->values, &m->terms, m->refusal, phrase,
                       strlen(phrase)) == VALUES_NONE)
            rc = tsv_fail(&m->refusals, row, "there is no word");
    }
    free(folder);
    return rc;
}

enum exit_status marks_open(struct marks *m, const struct exam *e)
{
    *m = (struct marks){.exam = e, .refusal = e->fact_count};
    m->keys = xcalloc(e->question_count + 1, sizeof *m->keys);
    m->parts = xcalloc(e->fact_count + 1, sizeof *m->parts);
    values_init(&m->values, e->fact_count + 1);
    int rc = terms_open(&m->terms);
    if (rc == 0)
        rc = read_facts(m);
    if (rc == 0)
        rc = read_refusals(m);
    if (rc != 0)
        return rc == TSV_UNREADABLE ? EXIT_SYSTEM : EXIT_DATA;
    for (size_t i = 0; i < e->question_count; i++)
        add_question(m, i);
    values_ready(&m->values);
    return EXIT_OK;
}

const uint32_t *marks_given(const struct marks *m, size_t question,
                            size_t *count)
{
    *count = m->keys[question].count;
    return m->given + m->keys[question].first;
}

void marks_close(struct marks *m)
{
    terms_close(&m->terms);
    values_release(&m->values);
    tsv_release(&m->refusals);
    free(m->keys);
    free(m->given);
    free(m->parts);
    *m = (struct marks){0};
}
