#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "report/format.h"
#include "report/legend.h"
#include "report/sections.h"
#include "report/strips.h"

/* One panel: a set and a task of one file. */
struct bars {
    const struct scores *file;
    const char *role, *task;
    const struct run **runs;
    size_t count;
};

static void draw_floors(struct strips *s, const struct bars *b)
{
    for (size_t i = 0; i < b->count; i++) {
        const struct cell *c =
            study_headline(b->file, b->runs[i], b->role, b->task);
        if (c == NULL)
            continue;
        if (c->chance.text != NULL)
            strips_down(s, "floor chance", c->chance.value);
        if (c->prior.text != NULL)
            strips_down(s, "floor prior", c->prior.value);
        if (c->familiar.text != NULL)
            strips_down(s, "floor familiar", c->familiar.value);
        return;
    }
}

static void put_title(const struct run *run, const struct cell *c,
                      struct buf *out)
{
    buf_printf(out, "%s: ", run->name);
    format_percent(out, c->value);
    if (c->low.text != NULL) {
        buf_puts(out, " (");
        format_interval(out, c->low, c->high);
        buf_puts(out, ")");
    }
}

static void draw_bar(struct page *p, struct strips *s, size_t row,
                     const struct run *run, const struct cell *c)
{
    char classes[PALETTE_CLASS];
    struct buf title = BUF_EMPTY;
    double y = strips_middle(row);
    palette_run(p->palette, run, classes);
    put_title(run, c, &title);
    svg_group(s->out, c->complete ? "mark" : "mark incomplete",
              buf_string(&title));
    buf_clear(&title);
    buf_printf(&title, "bar %s", classes);
    strips_block(s, row, buf_string(&title), 0, c->value.value, 0.6);
    if (c->low.text != NULL && c->high.text != NULL)
        svg_whisker(s->out, "on-bar",
                    (struct svg_point){scale_at(&s->x, c->low.value), y},
                    (struct svg_point){scale_at(&s->x, c->high.value), y});
    if (c->strangers.text != NULL)
        svg_shape(s->out, "stranger", 3,
                  (struct svg_point){scale_at(&s->x, c->strangers.value), y},
                  2.8);
    svg_group_end(s->out);
    buf_release(&title);
}

static void draw_rows(struct page *p, struct strips *s, const struct bars *b)
{
    struct buf figure = BUF_EMPTY;
    for (size_t i = 0; i < b->count; i++) {
        const struct cell *c =
            study_headline(b->file, b->runs[i], b->role, b->task);
        buf_clear(&figure);
        format_percent(&figure, c != NULL ? c->value : (struct number){0});
        if (c != NULL && !c->complete)
            buf_puts(&figure, "*");
        strips_label(s, i, b->runs[i]->name, buf_string(&figure));
        if (c != NULL)
            draw_bar(p, s, i, b->runs[i], c);
    }
    buf_release(&figure);
}

static void draw_panel(struct page *p, const struct bars *b)
{
    char id[PAGE_ID];
    struct strips s = {.out = &p->html};
    page_panel(p, texts_name(p->texts, "role", b->role), id);
    strips_begin(&s, b->count, id);
    draw_floors(&s, b);
    draw_rows(p, &s, b);
    strips_end(&s);
    page_panel_end(p);
}

static bool any(const struct bars *b, const char *role)
{
    for (size_t i = 0; i < b->count; i++)
        if (study_headline(b->file, b->runs[i], role, b->task) != NULL)
            return true;
    return false;
}

/* The panels of a task, one a set. */
static void draw_task(struct page *p, struct bars *b, const char **roles)
{
    bool begun = false;
    for (size_t r = 0; roles[r] != NULL; r++) {
        if (!any(b, roles[r]))
            continue;
        if (!begun)
            page_panels(p, texts_name(p->texts, "task", b->task));
        begun = true;
        b->role = roles[r];
        draw_panel(p, b);
    }
    if (begun)
        page_panels_end(p);
}

static void draw_file(struct page *p, size_t index, const char **tasks,
                      const char **roles)
{
    struct bars b = {.file = &p->study->files[index]};
    b.runs = study_shown(b.file, &b.count);
    page_group(p, index);
    for (size_t t = 0; tasks[t] != NULL; t++) {
        b.task = tasks[t];
        draw_task(p, &b, roles);
    }
    page_group_end(p);
    free(b.runs);
}

static void draw_legend(struct page *p)
{
    legend_begin(p);
    legend_methods(p, false);
    legend_references(p);
    legend_line(p, "floor chance", "legend.chance");
    legend_line(p, "floor prior", "legend.prior");
    legend_line(p, "floor familiar", "legend.familiar");
    legend_diamond(p, "stranger", "legend.strangers");
    legend_end(p);
}

static void put_percent(struct table *t, struct number n)
{
    struct buf cell = BUF_EMPTY;
    format_percent(&cell, n);
    table_take(t, &cell);
    buf_release(&cell);
}

static void put_row(const struct page *p, const struct cell *c,
                    const char *name, struct table *t)
{
    struct buf cell = BUF_EMPTY;
    table_cell(t, name);
    table_cell(t, c->set);
    table_cell(t, texts_name(p->texts, "task", c->task));
    table_cell(t, texts_name(p->texts, "modality", c->modality));
    put_percent(t, c->value);
    format_interval(&cell, c->low, c->high);
    table_take(t, &cell);
    put_percent(t, c->chance);
    put_percent(t, c->prior);
    put_percent(t, c->familiar);
    put_percent(t, c->strangers);
    if (!c->complete)
        buf_puts(&cell, texts_get(p->texts, "incomplete"));
    table_take(t, &cell);
    buf_release(&cell);
}

static void put_table(struct page *p, const char **tasks, const char **roles)
{
    static const char *const names[] = {
        "Run", "Set", "Task", "Modality", "Value", "Interval", "Chance",
        "Prior", "Familiar", "Strangers", "Note"};
    struct table t = {0};
    struct buf name = BUF_EMPTY;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        table_column(&t, names[i], i >= 4 && i < 10);
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
                        put_row(p, c, buf_string(&name), &t);
                }
        free(runs);
    }
    buf_release(&name);
    page_table(p, &t, "bars.table", true);
}

void section_bars(struct page *p)
{
    const char **tasks = study_tasks(p->study);
    const char **roles = study_roles(p->study);
    page_section(p, "bars");
    draw_legend(p);
    for (size_t i = 0; i < p->study->count; i++)
        draw_file(p, i, tasks, roles);
    put_table(p, tasks, roles);
    section_slices(p, tasks, roles);
    page_section_end(p);
    free(tasks);
    free(roles);
}
