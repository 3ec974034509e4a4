#include "config.h"

#include "writing.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "json_write.h"
#include "number.h"

/* A row begins on a line of its own. */
static void open_row(struct buf *out, bool first)
{
    buf_puts(out, first ? "\n{" : ",\n{");
}

static void write_flag(struct buf *out, const char *name, bool flag)
{
    json_write_name(out, name);
    buf_puts(out, flag ? "true" : "false");
}

/* A string member, or null. */
static void write_maybe(struct buf *out, const char *name, const char *text)
{
    json_write_name(out, name);
    if (text == NULL)
        buf_puts(out, "null");
    else
        json_write_text(out, text);
}

static void write_piece(struct buf *out, const char *name, struct text t)
{
    json_write_name(out, name);
    if (t.text == NULL)
        buf_puts(out, "null");
    else
        json_write_string(out, t.text, t.len);
}

static void write_set(const struct book *b, size_t set, struct buf *out)
{
    write_piece(out, "set", b->exam->sets[set].name);
}

static void write_head(const struct book *b, const char *rules,
                       struct buf *out)
{
    buf_putc(out, '{');
    json_write_member(out, "schema", "palimpsest/scores/1");
    json_write_member(out, "version", PACKAGE_VERSION);
    json_write_name(out, "release");
    buf_putc(out, '{');
    json_write_member(out, "root", b->exam->root);
    json_write_member_u64(out, "people", b->exam->person_count);
    json_write_member_u64(out, "questions", b->questions);
    write_flag(out, "celebrities", book_has_real(b));
    buf_putc(out, '}');
    json_write_member(out, "rules", rules);
    write_piece(out, "forget", b->exam->sets[b->sides.forget].name);
    json_write_name(out, "bootstrap");
    buf_putc(out, '{');
    json_write_member_u64(out, "draws", BOOTSTRAP_DRAWS);
    json_write_member_u64(out, "level", INTERVAL_LEVEL);
    buf_putc(out, '}');
}

static void write_tally(const struct book *b, const struct run_tally *t,
                        struct buf *out)
{
    static const struct {
        enum mark_class class;
        const char *name;
    } classes[] = {{MARK_RIGHT, "right"},     {MARK_WRONG, "wrong"},
                   {MARK_REFUSED, "refused"}, {MARK_EMPTY, "empty"},
                   {MARK_UNPARSABLE, "unparsable"},
                   {MARK_BROKEN, "broken"}};
    write_set(b, t->set, out);
    json_write_member(out, "task", exam_task_name(t->task));
    json_write_member(out, "modality", exam_modality_name(t->modality));
    json_write_member_u64(out, "asked", t->asked);
    json_write_member_u64(out, "answered", t->answered);
    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
        json_write_member_u64(out, classes[i].name,
                              t->classes[classes[i].class]);
    buf_putc(out, '}');
}

static void write_cell(const struct book *b, const struct cell *c,
                       struct buf *out)
{
    write_set(b, c->set, out);
    json_write_member(out, "task", exam_task_name(c->task));
    json_write_member(out, "modality", cell_modality_name(c->modality));
    json_write_member(out, "slice", slice_name(c->slice));
    json_write_member(out, "metric", score_metric_name(c->metric));
    number_member(out, "numerator", c->numerator);
    json_write_name(out, "denominator");
    if (c->modality == CELL_BOTH)
        buf_puts(out, "null");
    else
        buf_put_u64(out, c->denominator);
    number_member(out, "value", c->value);
    number_member(out, "low", c->interval.low);
    number_member(out, "high", c->interval.high);
    number_member(out, "chance", c->chance);
    number_member(out, "prior", c->prior);
    number_member(out, "familiar", c->familiar);
    number_member(out, "strangers", c->strangers);
    write_flag(out, "complete", c->complete);
    buf_putc(out, '}');
}

static void write_part(const struct part *p, struct buf *out)
{
    json_write_member(out, "part", part_name(p->kind));
    json_write_member(out, "task", exam_task_name(p->task));
    json_write_member(out, "modality", exam_modality_name(p->modality));
    number_member(out, "value", p->value);
    write_flag(out, "measurable", p->why == NULL);
    write_maybe(out, "why", p->why);
    number_member(out, "unlearned", p->unlearned);
    number_member(out, "vanilla", p->vanilla);
    number_member(out, "gold", p->gold);
    number_member(out, "strangers", p->strangers);
    number_member(out, "over", p->over);
    buf_putc(out, '}');
}

static void write_score(const struct book *b, const struct run *r,
                        struct buf *out)
{
    json_write_name(out, "score");
    buf_putc(out, '{');
    json_write_member(out, "name",
                      book_has_real(b) ? "J(F,T,R,C)" : "J(F,T,R)");
    number_member(out, "value", r->score.j);
    write_maybe(out, "why", r->score.why);
    for (unsigned kind = 0; kind < PART_KINDS; kind++)
        number_member(out, part_name(kind), r->score.by_kind[kind]);
    buf_putc(out, '}');
}

/* What a run is: names, model, prompt, demonstrations. */
static void write_run_head(const struct run *r, struct buf *out)
{
    const struct answers *a = &r->answers;
    json_write_member(out, "name", r->name);
    json_write_member(out, "role", run_role_name(r->role));
    write_piece(out, "method",
                (struct text){r->role == RUN_UNLEARNED ? r->name : NULL,
                              r->method});
    json_write_name(out, "step");
    if (r->step < 0)
        buf_puts(out, "null");
    else
        buf_put_u64(out, (uint64_t)r->step);
    json_write_name(out, "model");
    buf_puts(out, a->model.text == NULL ? "null" : "{");
    if (a->model.text != NULL) {
        write_piece(out, "name", a->model);
        write_piece(out, "reported", a->reported);
        write_piece(out, "fingerprint", a->fingerprint);
        buf_putc(out, '}');
    }
    json_write_name(out, "prompt");
    buf_puts(out, a->prompt.text == NULL ? "null" : "{");
    if (a->prompt.text != NULL) {
        write_piece(out, "name", a->prompt);
        write_piece(out, "sha256", a->prompt_sha256);
        buf_putc(out, '}');
    }
    json_write_name(out, "shots");
    buf_putc(out, '[');
    for (size_t i = 0; i < a->shot_count; i++) {
        if (i > 0)
            buf_putc(out, ',');
        json_write_string(out, a->shots[i].text, a->shots[i].len);
    }
    buf_putc(out, ']');
}

/* A member that is an array of elements written before. */
static void write_elements(struct buf *out, const char *name,
                           const struct buf *elements)
{
    json_write_name(out, name);
    buf_putc(out, '[');
    if (elements->len > 0)
        buf_add(out, elements->data, elements->len);
    buf_putc(out, ']');
}

static void write_tables(const struct book *b, const struct run *r,
                         struct buf *out)
{
    json_write_name(out, "replies");
    buf_putc(out, '[');
    for (size_t i = 0; i < r->tally_count; i++) {
        open_row(out, i == 0);
        write_tally(b, &r->tallies[i], out);
    }
    buf_putc(out, ']');
    json_write_name(out, "cells");
    buf_putc(out, '[');
    for (size_t i = 0; i < r->cells.count; i++) {
        open_row(out, i == 0);
        write_cell(b, &r->cells.list[i], out);
    }
    buf_putc(out, ']');
    json_write_name(out, "parts");
    buf_putc(out, '[');
    for (size_t i = 0; i < r->part_count; i++) {
        open_row(out, i == 0);
        write_part(&r->parts[i], out);
    }
    buf_putc(out, ']');
}

static void write_run(const struct book *b, const struct run *r,
                      struct buf *out)
{
    write_run_head(r, out);
    write_tables(b, r, out);
    write_score(b, r, out);
    json_write_name(out, "signals");
    buf_putc(out, '[');
    for (size_t i = 0; i < r->signal_count; i++) {
        open_row(out, i == 0);
        json_write_member(out, "code", r->signals[i].code);
        json_write_member(out, "text", r->signals[i].text);
        buf_putc(out, '}');
    }
    buf_putc(out, ']');
    write_elements(out, "measures", &r->measures);
    write_elements(out, "absent", &r->absent);
    write_elements(out, "utility", &r->utility);
    buf_putc(out, '}');
}

static void write_difference(const struct book *b, const struct difference *d,
                             struct buf *out)
{
    json_write_member(out, "a", b->runs[d->a].name);
    json_write_member(out, "b", b->runs[d->b].name);
    write_set(b, d->set, out);
    json_write_member(out, "task", exam_task_name(d->task));
    json_write_member(out, "modality", cell_modality_name(d->modality));
    json_write_member(out, "metric",
                      score_metric_name(score_metric_main(d->task)));
    number_member(out, "value", d->value);
    number_member(out, "low", d->interval.low);
    number_member(out, "high", d->interval.high);
    number_member(out, "p", d->p);
    number_member(out, "p_holm", d->p_holm);
    buf_putc(out, '}');
}

void writing_book(const struct book *b, const char *rules, struct buf *out)
{
    write_head(b, rules, out);
    json_write_name(out, "runs");
    buf_putc(out, '[');
    for (size_t i = 0; i < b->run_count; i++) {
        open_row(out, i == 0);
        write_run(b, &b->runs[i], out);
    }
    buf_putc(out, ']');
    json_write_name(out, "differences");
    buf_putc(out, '[');
    for (size_t i = 0; i < b->differences.count; i++) {
        open_row(out, i == 0);
        write_difference(b, &b->differences.list[i], out);
    }
    buf_puts(out, "]}\n");
}
