/* Checks JSON texts by a schema: scans each strictly, making the index that the
 * schema's program runs on in the same pass. One checker serves any number of
 * texts, one thread at a time. */
#ifndef SCHEMA_CHECKER_H
#define SCHEMA_CHECKER_H

#include "json_scan.h"
#include "json_tape.h"
#include "schema/machine.h"
#include "schema/report.h"
#include "schema/schema.h"

enum checker_verdict {
    CHECKER_VALID,
    CHECKER_INVALID,
    CHECKER_NO_JSON,  /* scan.reason, scan.column say why */
    CHECKER_NO_END,   /* it took more than a check may: checker_reason() */
};

struct checker {
    const struct schema *schema; /* borrowed */
    struct json_scan scan;
    struct json_tape tape;
    struct machine machine;
};

void checker_init(struct checker *c, const struct schema *s);

/* Checks `len` bytes, which are borrowed until the next check. */
enum checker_verdict checker_check(struct checker *c, const char *text,
                                   size_t len);

/* The same of a text that is scanned already, with its index. */
enum checker_verdict checker_check_tape(struct checker *c,
                                        const struct json_tape *tape);

/* Runs the last text again and adds what is wrong with it, or said of it, to a
 * report that is empty. If that takes more than a check may, the last error says
 * so: of an invalid text there always is one. */
void checker_report(struct checker *c, struct report *report);

/* Why the last check came to no end. */
const char *checker_reason(const struct checker *c);

void checker_release(struct checker *c);

#endif
