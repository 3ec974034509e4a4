#include "config.h"

#include "schema/checker.h"

void checker_init(struct checker *c, const struct schema *s)
{
    *c = (struct checker){.schema = s};
    machine_init(&c->machine, &s->program);
}

enum checker_verdict checker_check_tape(struct checker *c,
                                        const struct json_tape *tape)
{
    bool holds = machine_run(&c->machine, tape, NULL);
    if (c->machine.fault != MACHINE_FINE)
        return CHECKER_NO_END;
    return holds ? CHECKER_VALID : CHECKER_INVALID;
}

enum checker_verdict checker_check(struct checker *c, const char *text,
                                   size_t len)
{
    c->scan.tape = &c->tape;
    if (json_scan_check(&c->scan, text, len) < 0)
        return CHECKER_NO_JSON;
    return checker_check_tape(c, &c->tape);
}

void checker_report(struct checker *c, struct report *report)
{
    machine_run(&c->machine, c->machine.tape, report);
}

const char *checker_reason(const struct checker *c)
{
    return machine_reason(c->machine.fault);
}

void checker_release(struct checker *c)
{
    json_scan_release(&c->scan);
    json_tape_release(&c->tape);
    machine_release(&c->machine);
}
