#include "config.h"

#include "schema/machine.h"

#include <stdlib.h>

#include "alloc.h"
#include "schema/report.h"
#include "schema/run.h"

void machine_init(struct machine *m, const struct program *program)
{
    size_t resources = program->registry->resource_count;
    *m = (struct machine){.program = program, .track = SIZE_MAX,
                          .match = pattern_match_new()};
    m->scope = xmalloc(resources, sizeof *m->scope);
    m->in_scope = xcalloc(resources, sizeof *m->in_scope);
}

bool machine_run(struct machine *m, const struct json_tape *tape,
                 struct report *report)
{
    m->tape = tape;
    m->report = report;
    m->fault = MACHINE_FINE;
    m->steps = MACHINE_STEPS + tape->count * (uint64_t)MACHINE_STEPS_A_NODE;
    m->depth = 0;
    pattern_match_refill(m->match);
    bool holds = run_block(m, m->program->root, 0);
    if (report != NULL && m->fault != MACHINE_FINE)
        report_end(report, m->program, machine_reason(m->fault));
    if (report != NULL)
        report_place(report, m->program, tape);
    return holds;
}

const char *machine_reason(enum machine_fault fault)
{
    switch (fault) {
    case MACHINE_TOO_LONG:
        return "the schema takes too many steps here";
    case MACHINE_TOO_DEEP:
        return "schemas are applied too deep inside one another here";
    case MACHINE_PATTERN:
        return "a pattern takes too long here";
    default:
        return "nothing is wrong";
    }
}

void machine_release(struct machine *m)
{
    pattern_match_free(m->match);
    buf_release(&m->scratch);
    free(m->marks);
    free(m->scope);
    free(m->in_scope);
    *m = (struct machine){0};
}
