#include "config.h"

#include "classes.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "datadir.h"
#include "diag.h"
#include "file.h"
#include "json_scan.h"
#include "json_tape.h"
#include "schema/value.h"

#define SCHEMA_LIMIT ((size_t)1 << 20) /* bytes */

/* The member of that name of an object, which is `*v` then. */
static bool step(struct value *v, const char *name)
{
    return value_member(*v, name, strlen(name), v);
}

/* Where the schema defines a fact: among the facts, or as a member. */
static bool find_fact(struct value root, struct text fact, struct value *found)
{
    struct value facts = root;
    return (step(&facts, "$defs") && step(&facts, "facts") &&
            step(&facts, "properties") &&
            value_member(facts, fact.text, fact.len, found)) ||
           (step(&root, "properties") &&
            value_member(root, fact.text, fact.len, found));
}

static enum fact_class class_of(struct value root, struct text fact)
{
    struct value v;
    if (!find_fact(root, fact, &v) || !step(&v, "x-class"))
        return CLASS_NONE;
    return value_is(v, "unique")   ? CLASS_UNIQUE
           : value_is(v, "shared") ? CLASS_SHARED
                                   : CLASS_NONE;
}

int classes_read(enum fact_class *classes, const struct exam *e)
{
    char *path = datadir_path("schema/person.json");
    struct buf text = BUF_EMPTY;
    struct json_tape tape = {0};
    struct json_scan scan = {.tape = &tape};
    int rc = -1;
    if (file_read(path, SCHEMA_LIMIT, &text) < 0)
        diag_errno("cannot read %s", path);
    else if (json_scan_check(&scan, text.data, text.len) < 0)
        diag_at((struct diag_place){path, 0, NULL}, "%s", scan.reason);
    else
        rc = 0;
    for (size_t i = 0; rc == 0 && i < e->fact_count; i++)
        classes[i] = class_of((struct value){&tape, 0}, e->facts[i]);
    json_scan_release(&scan);
    json_tape_release(&tape);
    buf_release(&text);
    free(path);
    return rc;
}
