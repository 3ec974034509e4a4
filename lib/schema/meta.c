#include "config.h"

#include "schema/meta.h"

#include "schema/compile.h"
#include "schema/dialect.h"
#include "schema/machine.h"
#include "schema/report.h"

/* Tells the first error of a report. */
static int tell(const struct document *d, const struct machine *m,
                const struct report *r, struct buf *why)
{
    buf_printf(why, "%s: ", d->file);
    if (r->errors.count == 0) {
        buf_puts(why, machine_reason(m->fault));
        return -1;
    }
    for (size_t i = 0; i < r->errors.count && i < REPORT_MOST; i++) {
        const struct report_unit *u = &r->errors.list[i];
        if (u->hidden)
            continue;
        if (u->instance.len > 0)
            buf_printf(why, "%s: ", u->instance.text);
        buf_puts(why, u->text.text);
        break;
    }
    return -1;
}

static int check(struct registry *r, const struct program *p, uint32_t document,
                 struct buf *why)
{
    const struct document *d = r->documents[document];
    struct machine m;
    struct report report = {0};
    machine_init(&m, p);
    int rc = 0;
    if (!machine_run(&m, &d->tape, NULL) || m.fault != MACHINE_FINE) {
        if (m.fault == MACHINE_FINE)
            machine_run(&m, &d->tape, &report);
        rc = tell(d, &m, &report, why);
    }
    report_release(&report);
    machine_release(&m);
    return rc;
}

int meta_check(struct registry *r, uint32_t document, struct buf *why)
{
    struct program p = {0};
    if (r->documents[document]->trusted || r->documents[document]->ready)
        return 0;
    r->documents[document]->ready = true;
    int64_t metaschema = dialect_metaschema(r, document, why);
    if (metaschema < 0)
        return -1;
    int rc = compile(r, r->resources[metaschema].root, false, &p, why);
    if (rc == 0)
        rc = check(r, &p, document, why);
    program_release(&p);
    return rc;
}
