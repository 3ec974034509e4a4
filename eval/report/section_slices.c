/* The cells that stand beside the headline: a column each. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "report/format.h"
#include "report/sections.h"

/* What a column shows; NULL stands for the task's own metric. */
struct column {
    const char *modality, *slice, *metric;
};

static const struct column columns[] = {
    {"text", "all", NULL},          {"image", "all", NULL},
    {NULL, "shared", NULL},         {NULL, "unique", NULL},
    {NULL, "neighbour", NULL},      {NULL, "name", NULL},
    {NULL, "all", "likelihood"},    {NULL, "all", "exact"},
    {NULL, "all", "rougeL"},        {NULL, "all", "rougeL_recall"},
    {NULL, "all", "bleu"},          {NULL, "all", "factuality"}};

#define COLUMNS (sizeof columns / sizeof *columns)

static bool fits(const struct column *column, const struct cell *c)
{
    const char *metric =
        column->metric != NULL ? column->metric : study_metric(c->task);
    return c->value.text != NULL && strcmp(c->slice, column->slice) == 0 &&
           strcmp(c->metric, metric) == 0 &&
           (column->modality == NULL ||
            strcmp(c->modality, column->modality) == 0);
}

/* The value of both modalities if there is one, else of either. */
static struct number value_of(const struct column *column,
                              const struct run *run, const char *set,
                              const char *task)
{
    const struct cell *best = NULL;
    for (size_t i = 0; i < run->cell_count; i++) {
        const struct cell *c = &run->cells[i];
        if (strcmp(c->set, set) == 0 && strcmp(c->task, task) == 0 &&
            fits(column, c) &&
            (best == NULL || strcmp(c->modality, "both") == 0))
            best = c;
    }
    return best != NULL ? best->value : (struct number){NULL, 0};
}

static const char *heading(const struct page *p, const struct column *c)
{
    if (c->metric != NULL)
        return texts_name(p->texts, "metric", c->metric);
    if (c->modality != NULL)
        return strcmp(c->modality, "text") == 0 ? "Text" : "Image";
    return texts_name(p->texts, "slice", c->slice);
}

static void put_row(const struct page *p, const char *name,
                    const struct run *run, const struct cell *c,
                    struct table *t)
{
    struct buf cell = BUF_EMPTY;
    table_cell(t, name);
    table_cell(t, c->set);
    table_cell(t, texts_name(p->texts, "task", c->task));
    for (size_t i = 0; i < COLUMNS; i++) {
        struct number n = value_of(&columns[i], run, c->set, c->task);
        if (n.text != NULL)
            format_percent(&cell, n);
        table_take(t, &cell);
    }
    buf_release(&cell);
}

void section_slices(struct page *p, const char **tasks, const char **roles)
{
    struct table t = {0};
    struct buf name = BUF_EMPTY;
    table_column(&t, "Run", false);
    table_column(&t, "Set", false);
    table_column(&t, "Task", false);
    for (size_t i = 0; i < COLUMNS; i++)
        table_column(&t, heading(p, &columns[i]), true);
    for (size_t i = 0; i < p->study->count; i++) {
        size_t count;
        const struct scores *file = &p->study->files[i];
        const struct run **runs = study_shown(file, &count);
        for (size_t k = 0; k < count; k++)
            for (size_t r = 0; roles[r] != NULL; r++)
                for (size_t n = 0; tasks[n] != NULL; n++) {
                    const struct cell *c =
                        study_headline(file, runs[k], roles[r], tasks[n]);
                    buf_clear(&name);
                    page_run_name(p, i, runs[k], &name);
                    if (c != NULL)
                        put_row(p, buf_string(&name), runs[k], c, &t);
                }
        free(runs);
    }
    buf_release(&name);
    page_paragraph(p, texts_get(p->texts, "bars.slices_how"));
    page_table(p, &t, "bars.slices", true);
}
