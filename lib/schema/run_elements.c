#include "config.h"

#include "schema/report.h"
#include "schema/run.h"

bool run_elements(struct machine *m, const struct block *b,
                  const struct step *s, size_t node)
{
    const struct json_node *nodes = m->tape->nodes;
    const uint32_t *list = &m->program->lists[s->a];
    size_t element = node + 1;
    bool holds = true;
    for (size_t i = 0; i < nodes[node].size; i++) {
        uint32_t block = i < s->b ? list[i] : s->c;
        if (block == PROGRAM_NONE)
            break;
        holds &= run_child(m, b, s, block, element);
        if (!holds && (m->report == NULL || m->fault != MACHINE_FINE))
            return false;
        marks_set(m, i);
        element += nodes[element].skip;
    }
    return holds;
}

/* The node of the count that does not hold, or that of contains. */
static size_t count_keyword(const struct machine *m, const struct block *b,
                            const struct step *s, bool too_many)
{
    const struct document *d =
        m->program->registry->documents[b->place.document];
    struct value v;
    if (value_member(document_value(d, b->place.node),
                     too_many ? "maxContains" : "minContains", 11, &v))
        return v.node;
    return s->node;
}

bool run_contains(struct machine *m, const struct block *b,
                  const struct step *s, size_t node)
{
    const struct json_node *nodes = m->tape->nodes;
    size_t errors = m->report != NULL ? m->report->errors.count : 0;
    size_t element = node + 1, found = 0;
    bool early = m->report == NULL && m->track == SIZE_MAX;
    for (size_t i = 0; i < nodes[node].size && m->fault == MACHINE_FINE; i++) {
        if (run_child(m, b, s, s->a, element)) {
            marks_set(m, i);
            found++;
        }
        if (early && found >= s->b && s->c == PROGRAM_NONE)
            return true;
        element += nodes[element].skip;
    }
    if (m->report != NULL)
        report_drop(&m->report->errors, errors);
    if (m->fault != MACHINE_FINE)
        return false;
    if (found >= s->b && found <= s->c)
        return true;
    if (m->report == NULL)
        return false;
    struct failure f = {.block = b, .step = s, .node = node, .one = found,
                        .two = found < s->b ? s->b : s->c};
    f.keyword = count_keyword(m, b, s, found > s->c);
    return run_tell(m, &f);
}

/* Takes off the steps that it costs to hash and sort the elements. */
static void charge_twins(struct machine *m, size_t node)
{
    const struct json_node *array = &m->tape->nodes[node];
    const struct json_node *last = array + array->skip - 1;
    run_charge(m, array->skip * (uint64_t)MACHINE_HASH +
                      (last->at - array->at) / MACHINE_STEP_BYTES);
    if (last->kind < JSON_ARRAY)
        run_charge(m, last->size / MACHINE_STEP_BYTES);
}

bool run_unique(struct machine *m, const struct block *b,
                const struct step *s, size_t node)
{
    struct failure f = {.block = b, .step = s, .keyword = s->node,
                        .node = node};
    charge_twins(m, node);
    if (m->steps == 0)
        return run_fault(m, MACHINE_TOO_LONG);
    bool twins = value_twins((struct value){m->tape, node}, &m->scratch,
                             &m->steps, &f.one, &f.two);
    if (m->steps == 0)
        return run_fault(m, MACHINE_TOO_LONG);
    return !twins || run_tell(m, &f);
}

bool run_other_elements(struct machine *m, const struct block *b,
                        const struct step *s, size_t node)
{
    const struct json_node *nodes = m->tape->nodes;
    size_t element = node + 1;
    bool holds = true;
    run_charge(m, nodes[node].size);
    for (size_t i = 0; i < nodes[node].size; i++) {
        if (!marks_has(m, i)) {
            holds &= run_child(m, b, s, s->a, element);
            if (!holds && (m->report == NULL || m->fault != MACHINE_FINE))
                return false;
            marks_set(m, i);
        }
        element += nodes[element].skip;
    }
    return holds;
}
