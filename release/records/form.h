/* The form of a person's line: that of schema/person.json, as it is installed
 * with this program, never as a release has it; and its layout, which a schema
 * cannot say. One compiled schema serves all threads, one form each of them. */
#ifndef FORM_H
#define FORM_H

#include "files/findings.h"
#include "json_scan.h"
#include "schema/checker.h"

struct person;

struct form {
    struct checker checker;
    struct json_tape tape; /* of the line under work */
    struct report report;  /* of one that is wrong */
};

/* Compiles the schema. Returns 0, or -1 (told); either way it is released with
 * schema_release(). */
int form_compile(struct schema *schema);

/* The schema is borrowed. */
void form_init(struct form *form, const struct schema *schema);

/* Has a scan make the index of its text that form_check() needs. */
void form_index(struct form *form, struct json_scan *scan);

/* Checks a person's line, whose head was read and whose scan made the index.
 * Returns 0, or -1 where it is wrong, which is a finding. */
int form_check(struct form *form, const struct person *p, struct findings *f);

void form_release(struct form *form);

#endif
