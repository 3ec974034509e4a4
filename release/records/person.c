#include "config.h"

#include "person.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "canonical.h"
#include "record_check.h"
#include "shape.h"

static int refuse(const struct person *p, struct findings *f,
                  const char *rule, const char *what)
{
    findings_add(f, rule, p->place, "%s", what);
    return -1;
}

static int check_bytes(struct person *p, struct findings *f)
{
    size_t column;
    const char *reason = canonical_check(p->line, p->len, &column);
    if (reason == NULL)
        return 0;
    findings_add(f, "record/spelling", p->place, "%s, at byte %zu", reason,
                 column);
    findings_witness_bytes(f, "the one spelling of palimpsest-person(5)",
                           p->line + (column - 1), p->len - (column - 1));
    return -1;
}

static int check_shape(struct person *p, struct findings *f)
{
    struct buf why = BUF_EMPTY;
    int rc = record_check(p->tree, p->head.kind, &why);
    if (rc < 0) {
        refuse(p, f, "record/shape", buf_string(&why));
        findings_witness(f, "the shape of schema/person.json",
                         buf_string(&why));
    }
    buf_release(&why);
    return rc;
}

static const cJSON *member(const struct person *p, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(p->tree, name);
}

int person_read(struct person *p, const char *line, size_t len,
                const struct json_scan *scan, struct diag_place place,
                struct findings *f)
{
    cJSON_Delete(p->tree);
    *p = (struct person){.line = line, .len = len, .scan = scan,
                         .place = place};
    const char *reason = record_head(scan, &p->head);
    if (reason != NULL) {
        refuse(p, f, "record/head", reason);
        findings_witness_bytes(f, "schema, id and kind of "
                                  "palimpsest-person(5)", line, len);
        return -1;
    }
    p->place.id = p->head.name;
    if (check_bytes(p, f) < 0)
        return -1;
    p->tree = cJSON_ParseWithLength(line, len);
    if (p->tree == NULL) /* it is JSON, so that nothing else can be wrong */
        diag_out_of_memory();
    if (check_shape(p, f) < 0)
        return -1;
    p->facts = member(p, "facts");
    p->provenance = member(p, "provenance");
    p->images = member(p, "images");
    p->questions = member(p, "questions");
    p->name = shape_text(p->tree, "name");
    return 0;
}

const char *person_fact(const struct person *p, const char *fact,
                        char number[PERSON_NUMBER])
{
    if (strcmp(fact, "name") == 0)
        return p->name;
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(p->facts, fact);
    if (cJSON_IsString(value))
        return value->valuestring;
    if (!cJSON_IsNumber(value))
        return NULL;
    snprintf(number, PERSON_NUMBER, "%" PRId64, (int64_t)value->valuedouble);
    return number;
}

void person_release(struct person *p)
{
    cJSON_Delete(p->tree);
    *p = (struct person){0};
}
