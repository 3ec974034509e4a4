#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "report/format.h"
#include "report/legend.h"
#include "report/sections.h"
#include "report/strips.h"

/* Kinds of replies, in the order they are stacked. */
static const char *const kinds[] = {"right",      "wrong",  "refused",
                                    "empty",      "unparsable",
                                    "broken",     "unanswered"};

#define KINDS (sizeof kinds / sizeof *kinds)

/* Replies counted by kind. */
struct tally {
    double asked, counts[KINDS];
};

static void add(struct tally *t, const struct replies *r)
{
    const struct number *numbers[] = {&r->right,  &r->wrong,
                                      &r->refused, &r->empty,
                                      &r->unparsable, &r->broken};
    for (size_t i = 0; i < KINDS - 1; i++)
        t->counts[i] += numbers[i]->value;
    t->counts[KINDS - 1] += r->asked.value - r->answered.value;
    t->asked += r->asked.value;
}

/* All of a run's replies in the set of a role; of one task, or any if NULL. */
static struct tally tally_of(const struct scores *file, const struct run *run,
                             const char *role, const char *task)
{
    struct tally t = {0};
    for (size_t i = 0; i < run->replies_count; i++)
        if (strcmp(study_role(file, run->replies[i].set), role) == 0 &&
            (task == NULL || strcmp(run->replies[i].task, task) == 0))
            add(&t, &run->replies[i]);
    return t;
}

static void draw_kind(struct page *p, struct strips *s, size_t row,
                      size_t kind, const struct tally *t, double before)
{
    struct buf text = BUF_EMPTY;
    buf_printf(&text, "%s: %.0f of %.0f",
               texts_name(p->texts, "reply", kinds[kind]), t->counts[kind],
               t->asked);
    svg_group(s->out, "mark", buf_string(&text));
    buf_clear(&text);
    buf_printf(&text, "block k-%s", kinds[kind]);
    strips_block(s, row, buf_string(&text), before / t->asked,
                 (before + t->counts[kind]) / t->asked, 0.7);
    svg_group_end(s->out);
    buf_release(&text);
}

static void draw_row(struct page *p, struct strips *s, size_t row,
                     const struct run *run, const struct tally *t)
{
    struct buf figure = BUF_EMPTY;
    double before = 0;
    format_count(&figure, (struct number){"", t->asked});
    strips_label(s, row, run->name, buf_string(&figure));
    for (size_t i = 0; i < KINDS; i++) {
        if (t->counts[i] > 0)
            draw_kind(p, s, row, i, t, before);
        before += t->counts[i];
    }
    buf_release(&figure);
}

static void draw_panel(struct page *p, const struct scores *file,
                       const char *role)
{
    char id[PAGE_ID];
    size_t count, asked = 0;
    struct strips s = {.out = &p->html};
    const struct run **runs = study_shown(file, &count);
    for (size_t i = 0; i < count; i++)
        if (tally_of(file, runs[i], role, NULL).asked > 0)
            asked++;
    if (asked > 0) {
        page_panel(p, texts_name(p->texts, "role", role), id);
        strips_begin(&s, count, id);
        for (size_t i = 0; i < count; i++) {
            struct tally t = tally_of(file, runs[i], role, NULL);
            draw_row(p, &s, i, runs[i], &t);
        }
        strips_end(&s);
        page_panel_end(p);
    }
    free(runs);
}

static void draw_legend(struct page *p)
{
    struct buf classes = BUF_EMPTY, key = BUF_EMPTY;
    legend_begin(p);
    for (size_t i = 0; i < KINDS; i++) {
        buf_clear(&classes);
        buf_clear(&key);
        buf_printf(&classes, "block k-%s", kinds[i]);
        buf_printf(&key, "reply.%s", kinds[i]);
        legend_block(p, buf_string(&classes), buf_string(&key));
    }
    legend_end(p);
    buf_release(&classes);
    buf_release(&key);
}

static void put_row(const struct page *p, size_t index, const struct run *run,
                    const char *role, const char *task, struct table *t)
{
    struct buf cell = BUF_EMPTY;
    struct tally tally =
        tally_of(&p->study->files[index], run, role, task);
    if (tally.asked > 0) {
        page_run_name(p, index, run, &cell);
        table_take(t, &cell);
        table_cell(t, texts_name(p->texts, "role", role));
        table_cell(t, texts_name(p->texts, "task", task));
        format_count(&cell, (struct number){"", tally.asked});
        table_take(t, &cell);
        for (size_t i = 0; i < KINDS; i++) {
            format_count(&cell, (struct number){"", tally.counts[i]});
            table_take(t, &cell);
        }
    }
    buf_release(&cell);
}

static void put_table(struct page *p, const char **tasks, const char **roles)
{
    struct table t = {0};
    table_column(&t, "Run", false);
    table_column(&t, "Set", false);
    table_column(&t, "Task", false);
    table_column(&t, "asked", true);
    for (size_t i = 0; i < KINDS; i++)
        table_column(&t, texts_name(p->texts, "reply", kinds[i]), true);
    for (size_t i = 0; i < p->study->count; i++) {
        size_t count;
        const struct run **runs = study_shown(&p->study->files[i], &count);
        for (size_t k = 0; k < count; k++)
            for (size_t r = 0; roles[r] != NULL; r++)
                for (size_t n = 0; tasks[n] != NULL; n++)
                    put_row(p, i, runs[k], roles[r], tasks[n], &t);
        free(runs);
    }
    page_table(p, &t, "replies.table", true);
}

void section_replies(struct page *p)
{
    const char **tasks = study_tasks(p->study);
    const char **roles = study_roles(p->study);
    page_section(p, "replies");
    draw_legend(p);
    for (size_t i = 0; i < p->study->count; i++) {
        page_group(p, i);
        page_panels(p, NULL);
        for (size_t r = 0; roles[r] != NULL; r++)
            draw_panel(p, &p->study->files[i], roles[r]);
        page_panels_end(p);
        page_group_end(p);
    }
    put_table(p, tasks, roles);
    page_section_end(p);
    free(tasks);
    free(roles);
}
