/* Lines that are read as people and looked at by all rules: what is found is
 * told in lines of JSON, and the last of them is the summary. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/lint.h"
#include "target.h"

static void add_line(struct lint *l, struct findings *f, const char *line,
                     size_t len, uint64_t number)
{
    struct json_scan scan = {.most = RECORD_VALUES_LIMIT};
    struct person p = {0};
    struct diag_place place = {"people", number, NULL};
    if (json_scan_check(&scan, line, len) == 0 && scan.is_object &&
        person_read(&p, line, len, &scan, place) == NULL)
        lint_add(l, &p, f);
    person_release(&p);
    json_scan_release(&scan);
}

static void add_lines(struct lint *l, struct findings *f, const char *text,
                      const char *end)
{
    for (uint64_t number = 1; text < end; number++) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        if (stop == NULL)
            stop = end;
        add_line(l, f, text, (size_t)(stop - text), number);
        text = stop + 1;
    }
}

/* What was printed is lines, each an object. */
static void check(const char *text, const char *end)
{
    struct json_scan scan = {0};
    const char *last = text;
    while (text < end) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        if (stop == NULL ||
            json_scan_check(&scan, text, (size_t)(stop - text)) < 0 ||
            !scan.is_object)
            abort();
        last = text;
        text = stop + 1;
    }
    if (strncmp(last, "{\"summary\":", 11) != 0)
        abort();
    json_scan_release(&scan);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = NULL;
    size_t len = 0;
    struct rules rules = {0};
    struct out out = {.fp = open_memstream(&text, &len)};
    struct findings findings = {.rules = &rules, .out = &out, .json = true};
    struct lint lint;
    if (rules_read(&rules) != EXIT_OK || lint_open(&lint, NULL) != EXIT_OK)
        exit(1);
    add_lines(&lint, &findings, (const char *)data, (const char *)data + size);
    if (lint_end(&lint, &findings) != EXIT_OK)
        exit(1);
    findings_end(&findings, false);
    fclose(out.fp);
    check(text, text + len);
    free(text);
    findings_release(&findings);
    lint_close(&lint);
    rules_release(&rules);
    return 0;
}
