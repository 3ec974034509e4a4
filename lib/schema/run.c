#include "config.h"

#include "schema/run.h"

#include "schema/report.h"

bool run_fault(struct machine *m, enum machine_fault fault)
{
    if (m->fault == MACHINE_FINE)
        m->fault = fault;
    m->steps = 0;
    return false;
}

void run_charge(struct machine *m, uint64_t steps)
{
    m->steps = steps < m->steps ? m->steps - steps : 0;
}

int run_find(struct machine *m, uint32_t pattern, size_t node)
{
    size_t len;
    const char *text =
        value_string((struct value){m->tape, node}, &m->scratch, &len);
    const struct automaton *a = m->program->automata[pattern];
    int found = a != NULL ? automaton_find(a, text, len) : -1;
    if (found >= 0)
        return found;
    run_charge(m, MACHINE_SEARCH + len / 4);
    found = pattern_find(m->program->patterns[pattern], m->match, text, len);
    if (found < 0)
        run_fault(m, MACHINE_PATTERN);
    return found;
}

bool run_tell(struct machine *m, const struct failure *f)
{
    if (m->report != NULL)
        report_failure(m->report, f);
    return false;
}

bool run_fail(struct machine *m, const struct block *b, const struct step *s,
              size_t node)
{
    struct failure f = {.block = b, .step = s, .keyword = s->node,
                        .node = node};
    return run_tell(m, &f);
}

static bool run_step(struct machine *m, const struct block *b,
                     const struct step *s, size_t node)
{
    switch ((enum op)s->op) {
    case OP_MEMBERS:
        return run_members(m, b, s, node);
    case OP_NAMES:
        return run_names(m, b, s, node);
    case OP_DEPENDENT:
        return run_dependent(m, b, s, node);
    case OP_OTHER_MEMBERS:
        return run_other_members(m, b, s, node);
    case OP_ELEMENTS:
        return run_elements(m, b, s, node);
    case OP_CONTAINS:
        return run_contains(m, b, s, node);
    case OP_UNIQUE:
        return run_unique(m, b, s, node);
    case OP_OTHER_ELEMENTS:
        return run_other_elements(m, b, s, node);
    case OP_REF:
        return run_inner(m, b, s, s->a, node);
    default:
        return run_logic(m, b, s, node);
    }
}

/* Runs `count` steps. */
static bool run_steps(struct machine *m, const struct block *b,
                      const struct step *s, uint32_t count, size_t node)
{
    unsigned kind = 1u << m->tape->nodes[node].kind;
    bool holds = true;
    for (const struct step *end = s + count; s < end; s++) {
        if ((s->kinds & kind) == 0 || (s->op == OP_TYPE && (s->a & kind)))
            continue;
        if (s->op < OP_UNIQUE ? run_scalar(m, b, s, node)
                              : run_step(m, b, s, node))
            continue;
        if (m->report == NULL || m->fault != MACHINE_FINE)
            return false;
        holds = false;
    }
    return holds;
}

/* Runs a block for its verdict alone. */
static bool run_short(struct machine *m, const struct block *b, size_t node)
{
    return run_steps(m, b, &m->program->steps[b->short_first],
                     b->short_count, node);
}

/* Runs a block with a report: of one that holds no errors remain, of another no
 * notes. */
static bool run_reported(struct machine *m, const struct block *b,
                         size_t node)
{
    const struct step *s = &m->program->steps[b->first];
    unsigned kind = 1u << m->tape->nodes[node].kind;
    size_t errors = m->report->errors.count, notes = m->report->notes.count;
    bool holds = run_steps(m, b, s, b->count, node);
    s += b->count;
    if (!holds) {
        report_drop(&m->report->notes, notes);
        return false;
    }
    report_drop(&m->report->errors, errors);
    for (uint32_t i = 0; m->report->noting && i < b->notes; i++)
        if ((s[i].kinds & kind) != 0)
            report_note(m->report, b, &s[i], node);
    return true;
}

static bool run_kept(struct machine *m, const struct block *b, size_t node)
{
    return m->report != NULL ? run_reported(m, b, node)
                             : run_short(m, b, node);
}

/* Runs a block that may ask what was evaluated. */
static bool run_marked(struct machine *m, const struct block *b, size_t node)
{
    const struct json_node *n = &m->tape->nodes[node];
    if (!b->others || n->kind < JSON_ARRAY)
        return run_kept(m, b, node);
    size_t before = marks_begin(m, n->size);
    bool holds = run_kept(m, b, node);
    marks_end(m, before, n->size, holds);
    return holds;
}

/* Runs a block where its resource counts. */
static bool run_scoped(struct machine *m, const struct block *b, size_t node)
{
    bool enters = !m->in_scope[b->resource];
    if (enters) {
        m->in_scope[b->resource] = true;
        m->scope[m->scope_count++] = b->resource;
    }
    bool holds = run_marked(m, b, node);
    if (enters) {
        m->in_scope[b->resource] = false;
        m->scope_count--;
    }
    return holds;
}

bool run_block(struct machine *m, uint32_t block, size_t node)
{
    const struct block *b = &m->program->blocks[block];
    if (m->steps == 0)
        return run_fault(m, MACHINE_TOO_LONG);
    m->steps--;
    if (b->scalar && m->report == NULL)
        return run_short(m, b, node);
    if (!b->scalar && m->depth >= MACHINE_DEPTH)
        return run_fault(m, MACHINE_TOO_DEEP);
    m->depth++;
    bool holds = m->program->dynamic_count > 0 ? run_scoped(m, b, node)
                                               : run_marked(m, b, node);
    m->depth--;
    return holds;
}

bool run_inner(struct machine *m, const struct block *b, const struct step *s,
               uint32_t block, size_t node)
{
    if (m->report == NULL)
        return run_block(m, block, node);
    size_t before = report_enter(m->report, m->program, b, s, block);
    bool holds = run_block(m, block, node);
    report_leave(m->report, before);
    return holds;
}

bool run_child(struct machine *m, const struct block *b, const struct step *s,
               uint32_t block, size_t node)
{
    size_t track = m->track;
    m->track = SIZE_MAX;
    bool holds = run_inner(m, b, s, block, node);
    m->track = track;
    return holds;
}

bool run_branch(struct machine *m, const struct block *b,
                const struct step *s, uint32_t block, size_t node)
{
    if (m->track == SIZE_MAX)
        return run_inner(m, b, s, block, node);
    size_t children = m->tape->nodes[node].size;
    size_t before = marks_begin(m, children);
    bool holds = run_inner(m, b, s, block, node);
    marks_end(m, before, children, holds);
    return holds;
}
