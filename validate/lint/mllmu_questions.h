/* The questions of rows of MLLMU-Bench, written as ours. */
#ifndef LINT_MLLMU_QUESTIONS_H
#define LINT_MLLMU_QUESTIONS_H

#include <cjson/cJSON.h>

#include "buf.h"
#include "tsv.h"

/* The member of a row, which may be JSON or a string that is JSON: in place of
 * the string comes its tree. NULL if it is absent. */
cJSON *mllmu_questions_member(cJSON *row, const char *name);

/* Appends to an array the questions of a row of evaluation (or NULL), to set
 * `set`; pictures are called `id`, underscore, `picture`. */
void mllmu_questions_write(struct buf *out, const char *id, const char *set,
                           const char *picture, cJSON *row,
                           const struct tsv *words);

/* The same of a row of training (or NULL). */
void mllmu_questions_write_train(struct buf *out, const char *id, cJSON *row,
                                 const struct tsv *words);

/* Appends the facts that a row of training states to an object, the first
 * answer of each. */
void mllmu_questions_write_facts(struct buf *out, cJSON *row,
                                 const struct tsv *words);

#endif
