#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "report/format.h"
#include "report/markup.h"
#include "report/sections.h"

#define METRICS 8 /* columns of numbers, at most */
#define KEYS 5    /* columns that say what a row is of, at most */

/* How a table that others printed is laid out anew: a row for each value of its
 * keys, a column a metric. */
struct layout {
    const struct csv *csv;
    const char *keys[KEYS + 1];     /* columns that are shown, then NULL */
    const char *headings[KEYS + 1];
    const char *metric;             /* the column that names the metric */
    const char *source[3];          /* columns that say where it is from */
    const char *note;               /* one that says more of it, or "" */
    const char *caption;
    const char *percent, *split, *modality; /* columns, or "" */
    const char *ours_where[2];      /* a column and the only value of it that
                                       ours may stand beside, or NULL */
};

/* The table while it is made. */
struct pivot {
    const struct layout *layout;
    const char **metrics; /* owned list */
    size_t metric_count;
    size_t *first; /* owned: of each row here, the first one there */
    size_t rows;
    size_t *source_rows;  /* owned: the first row of each source */
    size_t source_count;
};

static bool same(const struct csv *csv, size_t a, size_t b,
                 const char *const columns[])
{
    for (size_t i = 0; columns[i] != NULL; i++)
        if (strcmp(csv_cell(csv, a, columns[i]),
                   csv_cell(csv, b, columns[i])) != 0)
            return false;
    return true;
}

/* The number of a row's source, from 1. */
static size_t source_of(struct pivot *v, size_t row)
{
    const struct layout *l = v->layout;
    for (size_t i = 0; i < v->source_count; i++)
        if (same(l->csv, v->source_rows[i], row, l->source))
            return i + 1;
    v->source_rows[v->source_count] = row;
    return ++v->source_count;
}

/* The row here that a row there belongs to, made if there is none. */
static size_t row_of(struct pivot *v, size_t row)
{
    const struct layout *l = v->layout;
    for (size_t i = 0; i < v->rows; i++)
        if (same(l->csv, v->first[i], row, l->keys) &&
            source_of(v, v->first[i]) == source_of(v, row))
            return i;
    v->first[v->rows] = row;
    return v->rows++;
}

static void gather(struct pivot *v)
{
    const struct csv *csv = v->layout->csv;
    v->first = xcalloc(csv->rows + 1, sizeof *v->first);
    v->source_rows = xcalloc(csv->rows + 1, sizeof *v->source_rows);
    for (size_t i = 0; i < csv->rows; i++) {
        row_of(v, i);
        if (v->metric_count < METRICS)
            study_add_name(&v->metrics, &v->metric_count,
                           csv_cell(csv, i, v->layout->metric));
    }
}

/* Appends ours below theirs, if there is such. */
static void put_ours(const struct page *p, const struct published *tables,
                     const struct layout *l, size_t row, struct buf *cell)
{
    const struct csv *csv = l->csv;
    struct number value;
    struct published_match match = {
        .metric = csv_cell(csv, row, l->metric),
        .method = csv_cell(csv, row, "method"),
        .split = csv_cell(csv, row, l->split),
        .modality = csv_cell(csv, row, l->modality),
        .percent = csv_cell(csv, row, l->percent)};
    if ((l->ours_where[0] != NULL &&
         strcmp(csv_cell(csv, row, l->ours_where[0]), l->ours_where[1]) !=
             0) ||
        !published_find(tables, p->study, &match, &value))
        return;
    buf_puts(cell, "\n");
    if (published_percent(tables, match.metric))
        format_percent(cell, value);
    else
        buf_printf(cell, "%.3f", value.value);
}

/* The cell of a row and a metric: the first number there, and ours. */
static void put_number(const struct page *p, const struct published *tables,
                       struct pivot *v, size_t row, const char *metric,
                       struct table *t)
{
    const struct layout *l = v->layout;
    struct buf cell = BUF_EMPTY;
    for (size_t i = v->first[row]; i < l->csv->rows && cell.len == 0; i++)
        if (strcmp(csv_cell(l->csv, i, l->metric), metric) == 0 &&
            row_of(v, i) == row) {
            buf_puts(&cell, csv_cell(l->csv, i, "value"));
            put_ours(p, tables, l, i, &cell);
        }
    table_take(t, &cell);
    buf_release(&cell);
}

/* Appends what is noted of a source, each once. */
static void put_notes(struct pivot *v, size_t source, struct buf *out)
{
    const struct layout *l = v->layout;
    const char **notes = NULL;
    size_t count = 0;
    for (size_t i = 0; i < l->csv->rows; i++) {
        const char *note = csv_cell(l->csv, i, l->note);
        if (note[0] != '\0' && strcmp(note, "same") != 0 &&
            source_of(v, i) == source + 1)
            study_add_name(&notes, &count, note);
    }
    for (size_t i = 0; i < count; i++)
        buf_printf(out, "; %s", notes[i]);
    free(notes);
}

/* The numbered list of sources: what is in their columns. */
static void put_sources(struct page *p, struct pivot *v)
{
    struct buf text = BUF_EMPTY;
    buf_puts(&p->html, "<ol class=\"sources\">\n");
    for (size_t i = 0; i < v->source_count; i++) {
        buf_clear(&text);
        for (size_t k = 0; v->layout->source[k] != NULL; k++) {
            const char *cell = csv_cell(v->layout->csv, v->source_rows[i],
                                        v->layout->source[k]);
            if (cell[0] != '\0')
                buf_printf(&text, "%s%s", text.len > 0 ? "; " : "", cell);
        }
        put_notes(v, i, &text);
        buf_puts(&p->html, "<li>");
        markup_text(&p->html, buf_string(&text));
        buf_puts(&p->html, "</li>\n");
        buf_printf(&p->markdown, "%zu. ", i + 1);
        markup_markdown(&p->markdown, buf_string(&text));
        buf_puts(&p->markdown, "\n");
    }
    buf_puts(&p->html, "</ol>\n");
    buf_puts(&p->markdown, "\n");
    buf_release(&text);
}

static void put_layout(struct page *p, const struct published *tables,
                       const struct layout *l)
{
    struct table t = {0};
    struct pivot v = {.layout = l};
    struct buf cell = BUF_EMPTY;
    gather(&v);
    for (size_t i = 0; l->keys[i] != NULL; i++)
        table_column(&t, l->headings[i], false);
    table_column(&t, "Source", true);
    for (size_t i = 0; i < v.metric_count; i++)
        table_column(&t, texts_name(p->texts, "printed", v.metrics[i]), true);
    for (size_t row = 0; row < v.rows; row++) {
        for (size_t i = 0; l->keys[i] != NULL; i++)
            table_cell(&t, csv_cell(l->csv, v.first[row], l->keys[i]));
        buf_put_u64(&cell, source_of(&v, v.first[row]));
        table_take(&t, &cell);
        for (size_t i = 0; i < v.metric_count; i++)
            put_number(p, tables, &v, row, v.metrics[i], &t);
    }
    page_table(p, &t, l->caption, false);
    put_sources(p, &v);
    buf_release(&cell);
    free(v.metrics);
    free(v.first);
    free(v.source_rows);
}

void section_published(struct page *p, const struct published *tables)
{
    const struct layout mllmu = {
        .csv = &tables->mllmu,
        .keys = {"method", "split", "modality", "forget_pct", "model", NULL},
        .headings = {"Method", "Set", "Modality", "Forget, %", "Model"},
        .metric = "metric",
        .source = {"source", "status", NULL},
        .note = "note",
        .caption = "published.mllmu",
        .percent = "forget_pct",
        .split = "split",
        .modality = "modality"};
    const struct layout pebench = {
        .csv = &tables->pebench,
        .keys = {"method", "axis", "task", NULL},
        .headings = {"Method", "Of", "Task"},
        .metric = "metric",
        .source = {"source", NULL},
        .note = "",
        .caption = "published.pebench",
        .percent = "",
        .split = "",
        .modality = "",
        .ours_where = {"axis", "person"}};
    page_section(p, "published");
    put_layout(p, tables, &mllmu);
    put_layout(p, tables, &pebench);
    page_section_end(p);
}
