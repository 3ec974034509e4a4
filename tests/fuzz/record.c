/* A line that is read as a person of a release: what the strict reader lets
 * through has the form of its schema or a finding that says why not, and what
 * has it can be checked. */
#include "config.h"

#include <stdlib.h>

#include "records/form.h"
#include "records/person_check.h"
#include "target.h"

/* The schema, compiled with the first line. */
static const struct schema *person_schema(void)
{
    static struct schema schema;
    static bool compiled;
    if (!compiled && form_compile(&schema) < 0)
        exit(1);
    compiled = true;
    return &schema;
}

static void check(const struct person_line *line, struct form *form)
{
    struct person person = {0};
    struct findings findings = {.silent = true};
    if (person_read(&person, line, form, &findings) == 0) {
        if (person.name == NULL || person.facts == NULL ||
            person.provenance == NULL || findings.count > 0)
            abort();
        person_check(&person, &findings);
    } else if (findings.count != 1 || findings.kept[0].found == NULL) {
        abort();
    }
    person_release(&person);
    findings_release(&findings);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct json_scan scan = {.most = RECORD_VALUES_LIMIT};
    const struct person_line line = {(const char *)data, size, &scan, {0}};
    struct form form;
    form_init(&form, person_schema());
    form_index(&form, &scan);
    if (json_scan_check(&scan, line.text, size) == 0 && scan.is_object)
        check(&line, &form);
    json_scan_release(&scan);
    form_release(&form);
    return 0;
}
