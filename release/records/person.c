#include "config.h"

#include "person.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "canonical.h"
#include "form.h"
#include "shape.h"

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

static const cJSON *member(const struct person *p, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(p->tree, name);
}

/* Reads the members that every tool needs to know. */
static int read_head(struct person *p, struct findings *f)
{
    const char *reason = record_head(p->scan, &p->head);
    if (reason == NULL) {
        p->place.id = p->head.name;
        return 0;
    }
    findings_add(f, "record/head", p->place, "%s", reason);
    findings_witness_bytes(f, "schema, id and kind of palimpsest-person(5)",
                           p->line, p->len);
    return -1;
}

int person_read(struct person *p, const struct person_line *line,
                struct form *form, struct findings *f)
{
    cJSON_Delete(p->tree);
    *p = (struct person){.line = line->text, .len = line->len,
                         .scan = line->scan, .place = line->place};
    if (read_head(p, f) < 0 || check_bytes(p, f) < 0 ||
        form_check(form, p, f) < 0)
        return -1;
    p->tree = cJSON_ParseWithLength(p->line, p->len);
    if (p->tree == NULL) /* it is JSON, so that nothing else can be wrong */
        diag_out_of_memory();
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
