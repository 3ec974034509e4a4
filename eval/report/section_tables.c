/* Sections that are tables alone: differences, measures, files. */
#include "config.h"

#include <string.h>

#include "report/format.h"
#include "report/sections.h"

#define SIGNIFICANT 0.05
#define ROWS 400 /* of differences, at most */

static void put_points(struct table *t, struct number n)
{
    struct buf cell = BUF_EMPTY;
    if (n.text == NULL)
        buf_puts(&cell, FORMAT_NONE);
    else
        format_points(&cell, n.value);
    table_take(t, &cell);
    buf_release(&cell);
}

static void put_difference(const struct page *p, size_t index,
                           const struct difference *d, struct table *t)
{
    struct buf cell = BUF_EMPTY;
    table_cell(t, d->a);
    table_cell(t, d->b);
    table_cell(t, d->set);
    table_cell(t, texts_name(p->texts, "task", d->task));
    table_cell(t, texts_name(p->texts, "modality", d->modality));
    put_points(t, d->value);
    if (d->low.text != NULL && d->high.text != NULL) {
        format_points(&cell, d->low.value);
        buf_puts(&cell, " to ");
        format_points(&cell, d->high.value);
    }
    table_take(t, &cell);
    format_p(&cell, d->p);
    table_take(t, &cell);
    format_p(&cell, d->p_holm);
    if (d->p_holm.text != NULL && d->p_holm.value < SIGNIFICANT)
        buf_puts(&cell, " *");
    table_take(t, &cell);
    if (p->study->count > 1)
        table_cell(t, p->study->labels[index]);
    buf_release(&cell);
}

/* True if the file has a difference of both modalities. */
static bool has_both(const struct scores *file)
{
    for (size_t i = 0; i < file->difference_count; i++)
        if (strcmp(file->differences[i].modality, "both") == 0)
            return true;
    return false;
}

/* True for the metric that stands for a task, of both modalities if there are
 * such. */
static bool is_headline(const struct difference *d, bool both)
{
    return strcmp(d->metric, study_metric(d->task)) == 0 &&
           (!both || strcmp(d->modality, "both") == 0);
}

static void tell_more(struct page *p, size_t left)
{
    struct buf digits = BUF_EMPTY, text = BUF_EMPTY;
    format_count(&digits, (struct number){"", (double)left});
    texts_fill(p->texts, "differences.more",
               &(struct texts_slots){.count = buf_string(&digits)}, &text);
    if (left > 0)
        page_paragraph(p, buf_string(&text));
    buf_release(&digits);
    buf_release(&text);
}

void section_differences(struct page *p)
{
    static const char *const names[] = {
        "Run", "less", "Set", "Task", "Modality", "Points", "Interval", "p",
        "p (Holm)"};
    struct table t = {0};
    size_t left = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        table_column(&t, names[i], i >= 5);
    if (p->study->count > 1)
        table_column(&t, "Of", false);
    for (size_t i = 0; i < p->study->count; i++) {
        const struct scores *file = &p->study->files[i];
        bool both = has_both(file);
        for (size_t k = 0; k < file->difference_count; k++)
            if (is_headline(&file->differences[k], both) &&
                table_rows(&t) < ROWS)
                put_difference(p, i, &file->differences[k], &t);
            else
                left++;
    }
    if (table_rows(&t) == 0) {
        table_release(&t);
        return;
    }
    page_section(p, "differences");
    page_table(p, &t, "differences.table", true);
    tell_more(p, left);
    page_section_end(p);
}

/* A number with four digits, its interval likewise. */
static void put_plain(struct table *t, struct number n)
{
    struct buf cell = BUF_EMPTY;
    format_value(&cell, n, false);
    table_take(t, &cell);
    buf_release(&cell);
}

static void put_measure(const struct measure *m, const char *name,
                        struct table *t)
{
    struct buf cell = BUF_EMPTY;
    table_cell(t, name);
    table_cell(t, m->name);
    table_cell(t, m->set != NULL ? m->set : "");
    put_plain(t, m->value);
    if (m->low.text != NULL && m->high.text != NULL)
        buf_printf(&cell, "%.4g to %.4g", m->low.value, m->high.value);
    table_take(t, &cell);
    format_count(&cell, m->n);
    table_take(t, &cell);
    buf_release(&cell);
}

static void put_measures(struct page *p)
{
    static const char *const names[] = {"Run", "Measure", "Set", "Value",
                                        "Interval", "n"};
    struct table t = {0};
    struct buf name = BUF_EMPTY;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        table_column(&t, names[i], i >= 3);
    for (size_t i = 0; i < p->study->count; i++)
        for (size_t k = 0; k < p->study->files[i].run_count; k++) {
            const struct run *run = &p->study->files[i].runs[k];
            buf_clear(&name);
            page_run_name(p, i, run, &name);
            for (size_t n = 0; n < run->measure_count; n++)
                put_measure(&run->measures[n], buf_string(&name), &t);
        }
    buf_release(&name);
    page_table(p, &t, "measures.table", true);
}

static void put_utility(struct page *p)
{
    static const char *const names[] = {"Run", "Benchmark", "Value", "n",
                                        "File"};
    struct table t = {0};
    struct buf cell = BUF_EMPTY;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        table_column(&t, names[i], i == 2 || i == 3);
    for (size_t i = 0; i < p->study->count; i++)
        for (size_t k = 0; k < p->study->files[i].run_count; k++) {
            const struct run *run = &p->study->files[i].runs[k];
            for (size_t n = 0; n < run->utility_count; n++) {
                page_run_name(p, i, run, &cell);
                table_take(&t, &cell);
                table_cell(&t, run->utility[n].name);
                put_plain(&t, run->utility[n].value);
                format_count(&cell, run->utility[n].n);
                table_take(&t, &cell);
                table_cell(&t, run->utility[n].file);
            }
        }
    buf_release(&cell);
    page_table(p, &t, "utility.table", true);
}

/* True if an earlier run lacks the same for the same reason. */
static bool told_before(const struct study *s, const struct absent *which)
{
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->files[i].run_count; k++) {
            const struct run *run = &s->files[i].runs[k];
            for (size_t n = 0; n < run->absent_count; n++) {
                const struct absent *a = &run->absent[n];
                if (a == which)
                    return false;
                if (strcmp(a->name, which->name) == 0 &&
                    strcmp(a->needs, which->needs) == 0)
                    return true;
            }
        }
    return false;
}

/* How many runs lack it for that reason. */
static size_t lacking(const struct study *s, const struct absent *which)
{
    size_t runs = 0;
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->files[i].run_count; k++) {
            const struct run *run = &s->files[i].runs[k];
            for (size_t n = 0; n < run->absent_count; n++)
                if (strcmp(run->absent[n].name, which->name) == 0 &&
                    strcmp(run->absent[n].needs, which->needs) == 0)
                    runs++;
        }
    return runs;
}

static void put_absent(struct page *p)
{
    struct table t = {0};
    struct buf cell = BUF_EMPTY;
    table_column(&t, "Measure", false);
    table_column(&t, "Needs", false);
    table_column(&t, "Runs without", true);
    for (size_t i = 0; i < p->study->count; i++)
        for (size_t k = 0; k < p->study->files[i].run_count; k++) {
            const struct run *run = &p->study->files[i].runs[k];
            for (size_t n = 0; n < run->absent_count; n++) {
                const struct absent *a = &run->absent[n];
                if (told_before(p->study, a))
                    continue;
                table_cell(&t, a->name);
                table_cell(&t, a->needs);
                buf_put_u64(&cell, lacking(p->study, a));
                table_take(&t, &cell);
            }
        }
    buf_release(&cell);
    page_table(p, &t, "measures.absent", true);
}

void section_measures(struct page *p)
{
    page_section(p, "measures");
    put_measures(p);
    put_utility(p);
    put_absent(p);
    page_section_end(p);
}

void section_files(struct page *p)
{
    static const char *const names[] = {
        "File", "Forget set", "Rules", "People", "Questions", "Draws",
        "Interval, %", "Runs", "Release root", "Version"};
    struct table t = {0};
    struct buf cell = BUF_EMPTY;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        table_column(&t, names[i], i >= 3 && i < 8);
    for (size_t i = 0; i < p->study->count; i++) {
        const struct scores *file = &p->study->files[i];
        const struct number numbers[] = {file->people, file->questions,
                                         file->draws, file->level};
        const char *slash = strrchr(file->path, '/');
        table_cell(&t, slash != NULL ? slash + 1 : file->path);
        table_cell(&t, file->forget);
        table_cell(&t, file->rules);
        for (int n = 0; n < 4; n++) {
            format_count(&cell, numbers[n]);
            table_take(&t, &cell);
        }
        buf_put_u64(&cell, file->run_count);
        table_take(&t, &cell);
        table_cell(&t, file->root);
        table_cell(&t, file->version);
    }
    buf_release(&cell);
    page_section(p, "files");
    page_table(p, &t, "files.table", false);
    page_section_end(p);
}
