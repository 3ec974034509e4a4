/* The rules, as templates/lint/rules.tsv has them: what a rule is called, how
 * bad it is to break it, how much of it is put up with, and the sentence that
 * says what is wrong. What is looked at for a rule is in the file of its
 * group; its words are here only.
 *
 *   code      small letters and dashes: "name-near"
 *   severity  error, warning, or figure: measured and reported only, unless a
 *             budget is given on the command line, beyond which it is an error
 *   budget    a number of at most two decimals, or "-": none
 *   unit      what it counts: percent, bits, people, .. or "-"
 *   sentence  what is wrong, without a full stop */
#ifndef LINT_RULES_H
#define LINT_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tsv.h"

#define RULES_UNLIMITED UINT64_MAX /* in place of a budget: there is none */
#define RULES_BUDGET 100000000000  /* hundredths, at most */

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_FIGURE };

struct rule {
    const char *code, *unit, *sentence; /* in the table */
    enum severity severity;
    uint64_t budget; /* in hundredths of the unit, or RULES_UNLIMITED */
    bool enabled;
    bool named;      /* by rules_enable() */
    uint64_t found;  /* findings, those not shown among them */
    char *skipped;   /* owned: why it was not looked at, or NULL */
};

struct rules {
    struct tsv table;
    struct rule *list; /* owned: in the order of the table */
    size_t count;
};

/* Reads the table of the data folder. Returns EXIT_OK, EXIT_DATA or EXIT_SYSTEM
 * (told). */
int rules_read(struct rules *r);

/* The rule of that name, or NULL. */
struct rule *rules_find(const struct rules *r, const char *code, size_t len);

/* What the options say, a list parted by commas: only these rules, all but
 * these rules, or "CODE=VALUE,..". Each returns 0, or OPTIONS_BAD (told). */
int rules_enable(struct rules *r, const char *codes);
int rules_disable(struct rules *r, const char *codes);
int rules_budget(struct rules *r, const char *budgets);

/* The severity's name in the table. */
const char *rules_severity(enum severity severity);

void rules_release(struct rules *r);

#endif
