#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "report/format.h"
#include "report/legend.h"
#include "report/plot.h"
#include "report/sections.h"
#include "report/worth.h"

/* One panel: a set and a task of one file, or with neither the score J. */
struct curves {
    const struct scores *file;
    size_t index; /* of the file */
    const char *role, *task;
};

#define APART 1.5 /* between the whiskers of two methods at one step */

static struct worth height_of(const struct curves *c, const struct run *run)
{
    if (c->role != NULL)
        return worth_of(study_headline(c->file, run, c->role, c->task));
    return (struct worth){run->score.text != NULL, false, run->score.value, 0,
                          0};
}

/* The run of a method at the first step behind `step`, or NULL. */
static const struct run *next_of(const struct curves *c, const char *method,
                                 int64_t step)
{
    const struct run *best = NULL;
    for (size_t i = 0; i < c->file->run_count; i++) {
        const struct run *run = &c->file->runs[i];
        if (run->role == RUN_UNLEARNED && run->step > step &&
            strcmp(run->method, method) == 0 && height_of(c, run).there &&
            (best == NULL || run->step < best->step))
            best = run;
    }
    return best;
}

static void fit(const struct curves *c, struct plot *plot)
{
    plot->x = plot->y = SCALE_EMPTY;
    plot->y.share = true;
    scale_hold(&plot->x, 0);
    for (size_t i = 0; i < c->file->run_count; i++) {
        const struct run *run = &c->file->runs[i];
        struct worth y = height_of(c, run);
        if (!y.there || (run->role == RUN_UNLEARNED && run->step < 0))
            continue;
        if (run->step >= 0)
            scale_hold(&plot->x, (double)run->step);
        scale_hold(&plot->y, y.value);
        if (y.interval) {
            scale_hold(&plot->y, y.low);
            scale_hold(&plot->y, y.high);
        }
    }
}

static void draw_guides(const struct curves *c, struct plot *plot)
{
    for (size_t i = 0; i < c->file->run_count; i++) {
        const struct run *run = &c->file->runs[i];
        struct worth y = height_of(c, run);
        if (run->role == RUN_UNLEARNED || !y.there)
            continue;
        plot_across(plot,
                    run->role == RUN_GOLD ? "guide gold" : "guide vanilla",
                    y.value);
    }
}

/* Where a run's mark is: those of several methods stand side by side. */
static struct svg_point place_of(const struct plot *plot,
                                 const struct run *run, double y)
{
    struct svg_point at = plot_at(plot, (double)run->step, y);
    at.x += APART * (run->colour % 5 - 2);
    return at;
}

static void draw_mark(const struct curves *c, struct plot *plot,
                      const struct run *run, const char *classes)
{
    struct buf title = BUF_EMPTY;
    struct worth y = height_of(c, run);
    buf_printf(&title, "%s: ", run->name);
    format_percent(&title, (struct number){"", y.value});
    svg_group(plot->out, "mark", buf_string(&title));
    if (y.interval)
        svg_whisker(plot->out, classes, place_of(plot, run, y.low),
                    place_of(plot, run, y.high));
    svg_shape(plot->out, classes, c->index, place_of(plot, run, y.value),
              3.6);
    svg_group_end(plot->out);
    buf_release(&title);
}

/* The line of one method through its steps. */
static void draw_line(struct page *p, const struct curves *c,
                      struct plot *plot, const char *method)
{
    char classes[PALETTE_CLASS];
    struct buf line = BUF_EMPTY;
    const struct run *run = next_of(c, method, SCORES_NO_STEP), *before = NULL;
    for (; run != NULL; before = run,
                        run = next_of(c, method, run->step)) {
        palette_run(p->palette, run, classes);
        if (before != NULL) {
            buf_clear(&line);
            buf_printf(&line, "line %s", classes);
            svg_line(plot->out, buf_string(&line),
                     place_of(plot, before, height_of(c, before).value),
                     place_of(plot, run, height_of(c, run).value));
        }
        draw_mark(c, plot, run, classes);
    }
    buf_release(&line);
}

static bool any(const struct page *p, const struct curves *c)
{
    for (size_t i = 0; i < p->study->method_count; i++)
        if (next_of(c, p->study->methods[i], SCORES_NO_STEP) != NULL)
            return true;
    return false;
}

static void draw_panel(struct page *p, const struct curves *c)
{
    char id[PAGE_ID];
    struct plot plot = {.out = &p->html};
    if (!any(p, c))
        return;
    page_panel(p, c->role != NULL ? texts_name(p->texts, "role", c->role)
                                  : texts_name(p->texts, "score", "J"), id);
    fit(c, &plot);
    plot_begin(&plot, id, texts_get(p->texts, "curves.x"),
               texts_get(p->texts, "axis.share"));
    draw_guides(c, &plot);
    for (size_t i = 0; i < p->study->method_count; i++)
        draw_line(p, c, &plot, p->study->methods[i]);
    plot_end(&plot);
    page_panel_end(p);
}

static void draw_file(struct page *p, size_t index, const char **tasks,
                      const char **roles)
{
    struct curves c = {&p->study->files[index], index, NULL, NULL};
    page_group(p, index);
    page_panels(p, texts_name(p->texts, "score", "name"));
    draw_panel(p, &c);
    page_panels_end(p);
    for (size_t t = 0; tasks[t] != NULL; t++) {
        page_panels(p, texts_name(p->texts, "task", tasks[t]));
        for (size_t r = 0; roles[r] != NULL; r++) {
            c.task = tasks[t];
            c.role = roles[r];
            draw_panel(p, &c);
        }
        page_panels_end(p);
    }
    page_group_end(p);
}

static void put_row(const struct page *p, size_t index, const struct run *run,
                    const char *task, const char **roles, struct table *t)
{
    struct buf cell = BUF_EMPTY;
    const struct scores *file = &p->study->files[index];
    table_cell(t, run->method);
    table_cell(t, p->study->labels[index]);
    buf_printf(&cell, "%lld", (long long)run->step);
    table_take(t, &cell);
    table_cell(t, texts_name(p->texts, "task", task));
    format_percent(&cell, run->score);
    table_take(t, &cell);
    for (size_t r = 0; roles[r] != NULL; r++) {
        const struct cell *c = study_headline(file, run, roles[r], task);
        format_percent(&cell, c != NULL ? c->value : (struct number){NULL, 0});
        table_take(t, &cell);
    }
    buf_release(&cell);
}

static void put_table(struct page *p, const char **tasks, const char **roles)
{
    static const char *const names[] = {"Method", "Set", "Step", "Task", "J"};
    struct table t = {0};
    for (size_t i = 0; i < 5; i++)
        table_column(&t, names[i], i == 2 || i == 4);
    for (size_t r = 0; roles[r] != NULL; r++)
        table_column(&t, texts_name(p->texts, "role", roles[r]), true);
    for (size_t i = 0; i < p->study->count; i++)
        for (size_t k = 0; k < p->study->files[i].run_count; k++)
            for (size_t n = 0; tasks[n] != NULL; n++)
                if (p->study->files[i].runs[k].step >= 0)
                    put_row(p, i, &p->study->files[i].runs[k], tasks[n],
                            roles, &t);
    page_table(p, &t, "curves.table", true);
}

void section_curves(struct page *p)
{
    if (!study_has_steps(p->study))
        return;
    const char **tasks = study_tasks(p->study);
    const char **roles = study_roles(p->study);
    page_section(p, "curves");
    legend_begin(p);
    legend_methods(p, true);
    legend_line(p, "guide vanilla", "legend.vanilla");
    legend_line(p, "guide gold", "legend.gold");
    legend_end(p);
    for (size_t i = 0; i < p->study->count; i++)
        draw_file(p, i, tasks, roles);
    put_table(p, tasks, roles);
    page_section_end(p);
    free(tasks);
    free(roles);
}
