#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "report/format.h"
#include "report/legend.h"
#include "report/plot.h"
#include "report/sections.h"
#include "report/worth.h"

#define UTILITIES 16 /* figures of other programs that are shown, at most */

#define RADIUS 4.2      /* of a mark */
#define RING 1.8        /* seen of one that lies below another */
#define RADIUS_MOST 9.0
#define NEAR 1.5        /* so far apart, marks lie on one another */

/* What is shown upwards: the set of a role, or a figure of another program. */
struct axis {
    const char *role;    /* or NULL */
    const char *utility; /* or NULL */
};

struct point {
    size_t file;
    const struct run *run;
    struct worth x, y;
};

/* One panel. */
struct panel {
    const char *task;
    struct axis axis;
    struct point *points; /* owned */
    size_t count;
    struct worth prior, chance; /* floors: low and high over the files */
};

static struct worth height_of(const struct scores *file, const struct run *run,
                              const struct panel *panel)
{
    if (panel->axis.utility != NULL)
        return worth_utility(run, panel->axis.utility);
    return worth_of(
        study_headline(file, run, panel->axis.role, panel->task));
}

static void hold_floor(struct worth *floor, struct number n)
{
    if (n.text == NULL)
        return;
    if (!floor->there)
        *floor = (struct worth){true, true, n.value, n.value, n.value};
    if (n.value < floor->low)
        floor->low = n.value;
    if (n.value > floor->high)
        floor->high = n.value;
}

static void gather(struct panel *panel, const struct study *study)
{
    for (size_t i = 0; i < study->count; i++) {
        const struct scores *file = &study->files[i];
        for (size_t k = 0; k < file->run_count; k++) {
            const struct run *run = &file->runs[k];
            struct point point = {i, run, worth_drop(file, run, panel->task),
                                  height_of(file, run, panel)};
            if (!run->last || !point.x.there || !point.y.there)
                continue;
            panel->points = xrealloc(panel->points, panel->count + 1,
                                     sizeof *panel->points);
            panel->points[panel->count++] = point;
            if (panel->axis.role == NULL)
                continue;
            const struct cell *c =
                study_headline(file, run, panel->axis.role, panel->task);
            hold_floor(&panel->prior, c->prior);
            hold_floor(&panel->chance, c->chance);
        }
    }
}

static void hold(struct scale *s, const struct worth *w)
{
    if (!w->there)
        return;
    scale_hold(s, w->value);
    if (w->interval) {
        scale_hold(s, w->low);
        scale_hold(s, w->high);
    }
}

static void draw_whiskers(const struct page *page, struct plot *plot,
                          const struct point *p)
{
    char classes[PALETTE_CLASS];
    palette_run(page->palette, p->run, classes);
    if (p->x.interval)
        svg_whisker(plot->out, classes,
                    plot_at(plot, p->x.low, p->y.value),
                    plot_at(plot, p->x.high, p->y.value));
    if (p->y.interval)
        svg_whisker(plot->out, classes,
                    plot_at(plot, p->x.value, p->y.low),
                    plot_at(plot, p->x.value, p->y.high));
}

/* What a mark says when it is pointed at. */
static void put_title(const struct page *p, const struct point *point,
                      bool share, struct buf *out)
{
    page_run_name(p, point->file, point->run, out);
    buf_puts(out, ": ");
    format_points(out, point->x.value);
    buf_puts(out, ", ");
    format_value(out, (struct number){"", point->y.value}, share);
}

static bool near(double a, double b)
{
    return a - b < NEAR && b - a < NEAR;
}

/* The size of a point's mark: larger than those that lie on it, which are drawn
 * later, so that none is hidden. */
static double radius_of(const struct plot *plot, const struct panel *panel,
                        size_t index)
{
    const struct point *p = &panel->points[index];
    struct svg_point at = plot_at(plot, p->x.value, p->y.value);
    double radius = RADIUS;
    for (size_t i = 0; i < panel->count && radius < RADIUS_MOST; i++) {
        const struct point *q = &panel->points[i];
        struct svg_point there = plot_at(plot, q->x.value, q->y.value);
        bool later = (q->run->role == RUN_UNLEARNED) !=
                             (p->run->role == RUN_UNLEARNED)
                         ? q->run->role == RUN_UNLEARNED
                         : i > index;
        if (later && near(at.x, there.x) && near(at.y, there.y))
            radius += RING;
    }
    return radius;
}

static void draw_point(struct page *p, struct plot *plot,
                       const struct panel *panel, size_t index)
{
    char classes[PALETTE_CLASS];
    struct buf title = BUF_EMPTY;
    const struct point *point = &panel->points[index];
    palette_run(p->palette, point->run, classes);
    put_title(p, point, plot->y.share, &title);
    svg_group(plot->out, "mark", buf_string(&title));
    svg_shape(plot->out, classes, point->file,
              plot_at(plot, point->x.value, point->y.value),
              radius_of(plot, panel, index));
    svg_group_end(plot->out);
    buf_release(&title);
}

/* Floors and the lines of gold models. */
static void draw_guides(struct plot *plot, const struct panel *panel)
{
    if (panel->prior.there)
        plot_band(plot, "floor-band", panel->prior.low, panel->prior.high);
    if (panel->prior.there)
        plot_across(plot, "floor prior", panel->prior.high);
    if (panel->chance.there)
        plot_across(plot, "floor chance", panel->chance.value);
    for (size_t i = 0; i < panel->count; i++) {
        const struct point *p = &panel->points[i];
        if (p->run->role != RUN_GOLD)
            continue;
        plot_across(plot, "guide gold", p->y.value);
        plot_down(plot, "guide gold", p->x.value);
    }
}

static void fit(struct plot *plot, const struct panel *panel)
{
    plot->x = plot->y = SCALE_EMPTY;
    plot->x.share = plot->y.share = true;
    scale_hold(&plot->x, 0);
    for (size_t i = 0; i < panel->count; i++) {
        hold(&plot->x, &panel->points[i].x);
        hold(&plot->y, &panel->points[i].y);
    }
    hold(&plot->y, &panel->prior);
    hold(&plot->y, &panel->chance);
    if (panel->axis.utility != NULL && plot->y.most > 1)
        plot->y.share = false;
}

static const char *axis_name(const struct page *p, const struct axis *axis)
{
    return axis->utility != NULL ? axis->utility
                                 : texts_name(p->texts, "role", axis->role);
}

static void draw_panel(struct page *p, const struct panel *panel)
{
    char id[PAGE_ID];
    struct plot plot = {.out = &p->html};
    fit(&plot, panel);
    page_panel(p, axis_name(p, &panel->axis), id);
    plot_begin(&plot, id, texts_get(p->texts, "tradeoff.x"),
               texts_get(p->texts, plot.y.share ? "axis.share"
                                                : "axis.plain"));
    draw_guides(&plot, panel);
    for (size_t i = 0; i < panel->count; i++)
        draw_whiskers(p, &plot, &panel->points[i]);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < panel->count; i++)
            if ((panel->points[i].run->role == RUN_UNLEARNED) == (pass == 1))
                draw_point(p, &plot, panel, i);
    plot_end(&plot);
    page_panel_end(p);
}

static void try_panel(struct page *p, const char *task, struct axis axis)
{
    struct panel panel = {.task = task, .axis = axis};
    gather(&panel, p->study);
    if (panel.count > 0)
        draw_panel(p, &panel);
    free(panel.points);
}

/* True if there is a run whose drop can be told. */
static bool any(const struct study *s, const char *task)
{
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->files[i].run_count; k++)
            if (worth_drop(&s->files[i], &s->files[i].runs[k], task).there)
                return true;
    return false;
}

/* The names of other programs' figures, each once; the caller frees the list. */
static const char **utility_names(const struct study *s)
{
    const char **list = xcalloc(1, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->files[i].run_count; k++) {
            const struct run *run = &s->files[i].runs[k];
            for (size_t n = 0; n < run->utility_count && count < UTILITIES;
                 n++)
                study_add_name(&list, &count, run->utility[n].name);
        }
    return list;
}

static void draw_legend(struct page *p)
{
    legend_begin(p);
    legend_methods(p, false);
    legend_references(p);
    legend_files(p);
    legend_line(p, "floor prior", "legend.prior");
    legend_line(p, "floor chance", "legend.chance");
    legend_end(p);
}

static void draw_panels(struct page *p, const char **tasks,
                        const char **roles, const char **utilities)
{
    bool begun = false;
    for (size_t t = 0; tasks[t] != NULL; t++) {
        if (!any(p->study, tasks[t]))
            continue;
        if (!begun)
            draw_legend(p);
        begun = true;
        page_panels(p, texts_name(p->texts, "task", tasks[t]));
        for (size_t r = 0; roles[r] != NULL; r++)
            if (strcmp(roles[r], "forget") != 0)
                try_panel(p, tasks[t], (struct axis){roles[r], NULL});
        for (size_t u = 0; utilities[u] != NULL; u++)
            try_panel(p, tasks[t], (struct axis){NULL, utilities[u]});
        page_panels_end(p);
    }
    if (!begun)
        page_paragraph(p, texts_get(p->texts, "tradeoff.none"));
}

static void put_worth(struct table *t, const struct worth *w, bool points)
{
    struct buf cell = BUF_EMPTY;
    if (!w->there)
        buf_puts(&cell, FORMAT_NONE);
    else if (points)
        format_points(&cell, w->value);
    else
        format_value(&cell, (struct number){"", w->value},
                     w->value >= 0 && w->value <= 1);
    table_take(t, &cell);
    buf_release(&cell);
}

static void put_row(const struct page *p, size_t index, const struct run *run,
                    const char *task, const char **roles,
                    const char **utilities, struct table *t)
{
    const struct scores *file = &p->study->files[index];
    struct worth x = worth_drop(file, run, task);
    struct buf cell = BUF_EMPTY;
    if (!x.there)
        return;
    page_run_name(p, index, run, &cell);
    table_take(t, &cell);
    table_cell(t, texts_name(p->texts, "task", task));
    put_worth(t, &x, true);
    if (x.interval) {
        format_points(&cell, x.low);
        buf_puts(&cell, " to ");
        format_points(&cell, x.high);
    }
    table_take(t, &cell);
    for (size_t r = 0; roles[r] != NULL; r++) {
        struct worth y = worth_of(study_headline(file, run, roles[r], task));
        if (strcmp(roles[r], "forget") != 0)
            put_worth(t, &y, false);
    }
    for (size_t u = 0; utilities[u] != NULL; u++) {
        struct worth y = worth_utility(run, utilities[u]);
        put_worth(t, &y, false);
    }
    buf_release(&cell);
}

static void put_table(struct page *p, const char **tasks, const char **roles,
                      const char **utilities)
{
    struct table t = {0};
    table_column(&t, "Run", false);
    table_column(&t, "Task", false);
    table_column(&t, "Points lost", true);
    table_column(&t, "Interval", true);
    for (size_t r = 0; roles[r] != NULL; r++)
        if (strcmp(roles[r], "forget") != 0)
            table_column(&t, texts_name(p->texts, "role", roles[r]), true);
    for (size_t u = 0; utilities[u] != NULL; u++)
        table_column(&t, utilities[u], true);
    for (size_t k = 0; tasks[k] != NULL; k++)
        for (size_t i = 0; i < p->study->count; i++)
            for (size_t n = 0; n < p->study->files[i].run_count; n++)
                if (p->study->files[i].runs[n].last)
                    put_row(p, i, &p->study->files[i].runs[n], tasks[k],
                            roles, utilities, &t);
    page_table(p, &t, "tradeoff.table", true);
}

void section_tradeoff(struct page *p)
{
    const char **tasks = study_tasks(p->study);
    const char **roles = study_roles(p->study);
    const char **utilities = utility_names(p->study);
    page_section(p, "tradeoff");
    draw_panels(p, tasks, roles, utilities);
    put_table(p, tasks, roles, utilities);
    page_section_end(p);
    free(tasks);
    free(roles);
    free(utilities);
}
