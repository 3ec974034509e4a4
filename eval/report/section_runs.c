#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "report/format.h"
#include "report/sections.h"

static void put_percent(struct table *t, struct number n)
{
    struct buf cell = BUF_EMPTY;
    format_percent(&cell, n);
    table_take(t, &cell);
    buf_release(&cell);
}

/* True if a run takes part in no cell that lacks answers. */
static bool complete(const struct run *run)
{
    for (size_t i = 0; i < run->cell_count; i++)
        if (!run->cells[i].complete)
            return false;
    return true;
}

/* What there is to say of a run besides its numbers. */
static void put_notes(const struct page *p, const struct run *run,
                      struct table *t)
{
    struct buf cell = BUF_EMPTY;
    for (size_t i = 0; i < run->signal_count; i++)
        buf_printf(&cell, "%s%s", cell.len > 0 ? "; " : "",
                   texts_name(p->texts, "signal", run->signals[i].code));
    if (!complete(run))
        buf_printf(&cell, "%s%s", cell.len > 0 ? "; " : "",
                   texts_get(p->texts, "incomplete"));
    if (run->score.text == NULL && run->role == RUN_UNLEARNED)
        buf_printf(&cell, "%s%s", cell.len > 0 ? "; " : "",
                   texts_get(p->texts, "unscored"));
    table_take(t, &cell);
    buf_release(&cell);
}

static void put_headlines(const struct scores *file, const struct run *run,
                          struct table *t)
{
    static const char *const roles[] = {"forget", "retain"};
    static const char *const tasks[] = {"choice", "open"};
    for (int r = 0; r < 2; r++)
        for (int k = 0; k < 2; k++) {
            const struct cell *c =
                study_headline(file, run, roles[r], tasks[k]);
            put_percent(t, c != NULL ? c->value : (struct number){NULL, 0});
        }
}

static void put_run(const struct page *p, size_t index, const struct run *run,
                    struct table *t)
{
    static const char *const roles[] = {"unlearned", "vanilla", "gold"};
    table_cell(t, run->name);
    table_cell(t, p->study->labels[index]);
    table_cell(t, texts_name(p->texts, "runrole", roles[run->role]));
    put_percent(t, run->score);
    put_percent(t, run->f);
    put_percent(t, run->t);
    put_percent(t, run->r);
    put_percent(t, run->c);
    put_headlines(&p->study->files[index], run, t);
    put_notes(p, run, t);
}

static void add_columns(struct table *t, const char *const *names,
                        const char *numbers)
{
    for (size_t i = 0; names[i] != NULL; i++)
        table_column(t, names[i], numbers[i] == 'n');
}

static void put_runs(struct page *p)
{
    static const char *const names[] = {
        "Run", "Set", "Role", "J", "F", "T", "R", "C", "Forget, choice",
        "Forget, open", "Retain, choice", "Retain, open", "Notes", NULL};
    struct table t = {0};
    add_columns(&t, names, "tttnnnnnnnnnt");
    for (size_t i = 0; i < p->study->count; i++)
        for (size_t k = 0; k < p->study->files[i].run_count; k++)
            put_run(p, i, &p->study->files[i].runs[k], &t);
    page_table(p, &t, "runs.table", false);
}

static void put_part(const struct page *p, const char *name,
                     const struct part *part, struct table *t)
{
    table_cell(t, name);
    table_cell(t, part->part);
    table_cell(t, texts_name(p->texts, "task", part->task));
    table_cell(t, texts_name(p->texts, "modality", part->modality));
    put_percent(t, part->value);
    put_percent(t, part->unlearned);
    put_percent(t, part->vanilla);
    put_percent(t, part->gold);
    put_percent(t, part->strangers);
    put_percent(t, part->over);
    table_cell(t, part->why != NULL ? part->why : "");
}

static void put_parts(struct page *p)
{
    static const char *const names[] = {
        "Run", "Part", "Task", "Modality", "Value", "u", "v", "g", "s",
        "Below gold", "Why not measurable", NULL};
    struct table t = {0};
    struct buf name = BUF_EMPTY;
    add_columns(&t, names, "ttttnnnnnnt");
    for (size_t i = 0; i < p->study->count; i++)
        for (size_t k = 0; k < p->study->files[i].run_count; k++) {
            const struct run *run = &p->study->files[i].runs[k];
            buf_clear(&name);
            page_run_name(p, i, run, &name);
            for (size_t n = 0; n < run->part_count && run->last; n++)
                put_part(p, buf_string(&name), &run->parts[n], &t);
        }
    buf_release(&name);
    if (table_rows(&t) > 0)
        page_paragraph(p, texts_get(p->texts, "runs.unmeasurable"));
    page_table(p, &t, "runs.parts", true);
}

void section_runs(struct page *p)
{
    page_section(p, "runs");
    put_runs(p);
    put_parts(p);
    page_section_end(p);
}
