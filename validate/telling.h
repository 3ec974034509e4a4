/* What is said of a text that was checked: lines for people, or one object in
 * the `basic` form of JSON Schema 2020-12 with the file, line and id beside. */
#ifndef TELLING_H
#define TELLING_H

#include "inspector.h"

/* Of whom it is told. */
struct telling {
    const struct subject *subject;
    const char *id;               /* "" if it has none */
    const struct json_tape *tape; /* of its text */
};

/* Tells why a text could not be checked. */
void telling_reason(const struct telling *t, enum inspector_form form,
                    const char *reason, struct buf *out);

/* Tells what a report holds: errors, or, of a valid text, what was said. */
void telling_report(const struct telling *t, enum inspector_form form,
                    const struct report *report, bool valid, struct buf *out);

#endif
