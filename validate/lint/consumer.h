/* What those who load a data set need to find in it: the members of a person,
 * of an image, of a choice, open or cloze question, or the columns of a row
 * (import.h), as templates/lint/consumers.tsv says. */
#ifndef LINT_CONSUMER_H
#define LINT_CONSUMER_H

#include "diag.h"
#include "json_scan.h"
#include "lint/finding.h"
#include "lint/lexicon.h"
#include "lint/person.h"
#include "tsv.h"

struct consumer {
    struct tsv table;
    const char *name;   /* borrowed; NULL for none: nothing is looked at */
    struct lexicon told; /* columns of a file that are told to be missing */
};

/* Reads the table if there is a consumer, whom it must name. Returns EXIT_OK,
 * EXIT_USAGE for an unknown one, or what else to exit with (told). */
enum exit_status consumer_open(struct consumer *c, const char *name);

void consumer_check(const struct consumer *c, const struct person *p,
                    struct findings *f);

/* Checks a row of what the table calls `of`; what is missing is told once a
 * file. */
void consumer_check_row(struct consumer *c, const char *of,
                        const struct json_scan *row, struct diag_place place,
                        struct findings *f);

void consumer_release(struct consumer *c);

#endif
