/* Rows of MLLMU-Bench from any number of files, brought together by person: the
 * rows are sorted on disk, 24 bytes each in memory, and then one person's rows
 * at a time. Of a picture only the SHA-256 of its bytes, as they are spelled in
 * the row, is kept. */
#ifndef LINT_IMPORT_H
#define LINT_IMPORT_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "diag.h"
#include "json_scan.h"
#include "lint/consumer.h"
#include "lint/finding.h"
#include "lint/mllmu_person.h"
#include "lint/json_rows.h"
#include "sorter.h"
#include "tsv.h"

struct import {
    struct sorter rows;
    struct tsv words;
    char **files;        /* borrowed */
    struct consumer *consumer; /* borrowed */
    struct findings *findings; /* borrowed */
    bool full;           /* some rows are of Full_Set */
    bool misnamed;       /* somebody of Retain_Set only was told */
    size_t next;         /* row to read back */
    cJSON *held;         /* owned: a row read back that is of the next person */
    struct buf item, made; /* a row as kept; the person's line */
    struct json_scan scan; /* of that line */
};

/* Reads all files. Returns EXIT_OK, or what to exit with (told). */
enum exit_status import_open(struct import *in, char **files, int count,
                             struct consumer *consumer,
                             struct findings *findings);

/* The next person: *place is that of the first row, the line is in `made`,
 * checked by `scan`. Returns 1, 0 at the end, or -1 (told). */
int import_next(struct import *in, struct diag_place *place);

void import_close(struct import *in);

#endif
