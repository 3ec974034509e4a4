#include "config.h"

#include "lint/rules.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "datadir.h"
#include "diag.h"
#include "num.h"
#include "options.h"

enum { COLUMN_CODE, COLUMN_SEVERITY, COLUMN_BUDGET, COLUMN_UNIT,
       COLUMN_SENTENCE };

static const char *const severities[] = {"error", "warning", "figure"};

const char *rules_severity(enum severity severity)
{
    return severities[severity];
}

/* Reads a row into a rule. Returns 0, or TSV_BAD (told). */
static int read_rule(const struct tsv *t, size_t row, struct rule *rule)
{
    const char *severity = tsv_cell(t, row, COLUMN_SEVERITY);
    const char *budget = tsv_cell(t, row, COLUMN_BUDGET);
    int known = SEVERITY_ERROR;
    while (known <= SEVERITY_FIGURE && strcmp(severity, severities[known]) != 0)
        known++;
    if (known > SEVERITY_FIGURE)
        return tsv_fail(t, row, "unknown severity '%s'", severity);
    *rule = (struct rule){.code = tsv_cell(t, row, COLUMN_CODE),
                          .unit = tsv_cell(t, row, COLUMN_UNIT),
                          .sentence = tsv_cell(t, row, COLUMN_SENTENCE),
                          .severity = (enum severity)known,
                          .budget = RULES_UNLIMITED, .enabled = true};
    if (budget[0] != '\0' &&
        !num_parse_decimal(budget, 2, RULES_BUDGET, &rule->budget))
        return tsv_fail(t, row, "'%s' is no budget", budget);
    return 0;
}

int rules_read(struct rules *r)
{
    char *folder = datadir_path("templates/lint");
    int rc = tsv_read(&r->table, folder, "rules.tsv",
                      "code severity budget unit sentence");
    free(folder);
    if (rc == 0)
        rc = tsv_check_keys(&r->table, 1 << COLUMN_CODE);
    if (rc == 0)
        rc = tsv_check_keys(&r->table, 1 << COLUMN_SENTENCE);
    if (rc == 0) {
        r->count = r->table.rows;
        r->list = xcalloc(r->count + 1, sizeof *r->list);
    }
    for (size_t i = 0; rc == 0 && i < r->count; i++)
        rc = read_rule(&r->table, i, &r->list[i]);
    if (rc == TSV_UNREADABLE)
        return EXIT_SYSTEM;
    return rc == 0 ? EXIT_OK : EXIT_DATA;
}

struct rule *rules_find(const struct rules *r, const char *code, size_t len)
{
    for (size_t i = 0; i < r->count; i++)
        if (strncmp(r->list[i].code, code, len) == 0 &&
            r->list[i].code[len] == '\0')
            return &r->list[i];
    return NULL;
}

/* Finds the rule that the next item of a list starts with, up to one of `ends`;
 * *text is behind it then. NULL if there is none (told). */
static struct rule *take(const struct rules *r, const char **text,
                         const char *ends)
{
    size_t len = strcspn(*text, ends);
    struct rule *rule = rules_find(r, *text, len);
    if (rule == NULL)
        options_fail("there is no rule '%.*s'", (int)(len > 64 ? 64 : len),
                     *text);
    *text += len;
    return rule;
}

int rules_enable(struct rules *r, const char *codes)
{
    for (size_t i = 0; i < r->count; i++)
        r->list[i].enabled = false;
    for (const char *at = codes;; at++) {
        struct rule *rule = take(r, &at, ",");
        if (rule == NULL)
            return OPTIONS_BAD;
        rule->enabled = rule->named = true;
        if (*at == '\0')
            return 0;
    }
}

int rules_disable(struct rules *r, const char *codes)
{
    for (const char *at = codes;; at++) {
        struct rule *rule = take(r, &at, ",");
        if (rule == NULL)
            return OPTIONS_BAD;
        if (rule->named)
            return options_fail("rule '%s' is enabled and disabled",
                                rule->code);
        rule->enabled = false;
        if (*at == '\0')
            return 0;
    }
}

/* Sets the budget of a rule to the text up to a comma. */
static int set_budget(struct rule *rule, const char *text, size_t len)
{
    char *value = xstrndup(text, len);
    bool good = num_parse_decimal(value, 2, RULES_BUDGET, &rule->budget);
    free(value);
    if (!good)
        return options_fail("the budget of '%s' must be a number with at most "
                            "two decimals", rule->code);
    if (rule->severity == SEVERITY_FIGURE)
        rule->severity = SEVERITY_ERROR;
    return 0;
}

int rules_budget(struct rules *r, const char *budgets)
{
    for (const char *at = budgets;; at++) {
        struct rule *rule = take(r, &at, "=,");
        if (rule == NULL)
            return OPTIONS_BAD;
        if (rule->unit[0] == '\0')
            return options_fail("rule '%s' has no budget", rule->code);
        size_t len = *at == '=' ? strcspn(at + 1, ",") : 0;
        if (set_budget(rule, at + (*at == '='), len) < 0)
            return OPTIONS_BAD;
        at += len + (*at == '=');
        if (*at == '\0')
            return 0;
    }
}

void rules_release(struct rules *r)
{
    for (size_t i = 0; i < r->count; i++)
        free(r->list[i].skipped);
    free(r->list);
    tsv_release(&r->table);
    *r = (struct rules){0};
}
