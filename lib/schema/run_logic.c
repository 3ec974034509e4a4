#include "config.h"

#include <limits.h>

#include "schema/report.h"
#include "schema/run.h"

/* Where a dynamic reference leads: to the block of the outermost resource in
 * the scope that has one. */
static uint32_t dynamic_target(struct machine *m, const struct dynamic *d)
{
    run_charge(m, m->scope_count * (uint64_t)d->count / 8);
    for (size_t i = 0; i < m->scope_count; i++)
        for (size_t k = 0; k < d->count; k++)
            if (d->found[2 * k] == m->scope[i])
                return d->found[2 * k + 1];
    return d->block;
}

static bool run_all(struct machine *m, const struct block *b,
                    const struct step *s, size_t node)
{
    const uint32_t *list = &m->program->lists[s->a];
    bool holds = true;
    for (uint32_t i = 0; i < s->b; i++) {
        holds &= run_inner(m, b, s, list[i], node);
        if (!holds && (m->report == NULL || m->fault != MACHINE_FINE))
            return false;
    }
    return holds;
}

/* Runs the branches of anyOf and oneOf until no more of them matter; f->one is
 * the first that holds, f->two the last. Returns how many do. If none does,
 * what is wrong in the one that comes nearest is shown, all else hidden; of a
 * run that ended in a branch, nothing. */
static unsigned run_branches(struct machine *m, struct failure *f,
                             unsigned enough)
{
    const uint32_t *list = &m->program->lists[f->step->a];
    size_t errors = m->report != NULL ? m->report->errors.count : 0;
    struct report_branch nearest = {errors, errors, SIZE_MAX};
    unsigned held = 0;
    for (uint32_t i = 0; i < f->step->b && m->fault == MACHINE_FINE; i++) {
        size_t from = m->report != NULL ? m->report->errors.count : 0;
        if (run_branch(m, f->block, f->step, list[i], f->node)) {
            f->one = held++ == 0 ? i : f->one;
            f->two = i;
        } else if (m->report != NULL) {
            report_weigh(m->report, m->program, from, f->node, &nearest);
        }
        if (held == enough && m->report == NULL)
            break;
    }
    if (m->report != NULL && held == 0 && m->fault == MACHINE_FINE)
        report_hide(m->report, errors, &nearest);
    else if (m->report != NULL)
        report_drop(&m->report->errors, errors);
    return held;
}

static bool run_any(struct machine *m, const struct block *b,
                    const struct step *s, size_t node)
{
    struct failure f = {.block = b, .step = s, .keyword = s->node,
                        .node = node};
    unsigned enough = m->track == SIZE_MAX ? 1 : UINT_MAX;
    unsigned held = run_branches(m, &f, enough);
    return m->fault == MACHINE_FINE && (held > 0 || run_tell(m, &f));
}

static bool run_one(struct machine *m, const struct block *b,
                    const struct step *s, size_t node)
{
    struct failure f = {.block = b, .step = s, .keyword = s->node,
                        .node = node};
    unsigned held = run_branches(m, &f, 2);
    return m->fault == MACHINE_FINE && (held == 1 || run_tell(m, &f));
}

static bool run_not(struct machine *m, const struct block *b,
                    const struct step *s, size_t node)
{
    struct report *r = m->report;
    size_t errors = r != NULL ? r->errors.count : 0;
    size_t notes = r != NULL ? r->notes.count : 0;
    bool held = run_child(m, b, s, s->a, node);
    if (r != NULL) {
        report_drop(&r->errors, errors);
        report_drop(&r->notes, notes);
    }
    return m->fault == MACHINE_FINE && (!held || run_fail(m, b, s, node));
}

static bool run_if(struct machine *m, const struct block *b,
                   const struct step *s, size_t node)
{
    size_t errors = m->report != NULL ? m->report->errors.count : 0;
    bool held = run_branch(m, b, s, s->a, node);
    if (m->report != NULL)
        report_drop(&m->report->errors, errors);
    if (m->fault != MACHINE_FINE)
        return false;
    uint32_t next = held ? s->b : s->c;
    return next == PROGRAM_NONE || run_inner(m, b, s, next, node);
}

bool run_logic(struct machine *m, const struct block *b, const struct step *s,
               size_t node)
{
    switch ((enum op)s->op) {
    case OP_DYNAMIC:
        return run_inner(m, b, s,
                         dynamic_target(m, &m->program->dynamics[s->a]), node);
    case OP_ALL:
        return run_all(m, b, s, node);
    case OP_ANY:
        return run_any(m, b, s, node);
    case OP_ONE:
        return run_one(m, b, s, node);
    case OP_NOT:
        return run_not(m, b, s, node);
    default:
        return run_if(m, b, s, node);
    }
}
