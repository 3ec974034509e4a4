/* The rows of one person of MLLMU-Bench made into a line as ours, so that the
 * same rules look at it. What rows do not say, a line does not either: which
 * questions are twins, which value is asked for.
 *
 *   row of           gives
 *   Full_Set, or else forget or retain: name, biography, eval questions
 *   Test_Set         test questions
 *   Retain_Set       a celebrity's eval questions
 *   ft_Data          train questions, and by their words facts: the answers
 *   forget, retain   the sets
 *
 * Facts of people without training rows are the biography's members, if it is
 * an object; it is a text only if it is none. */
#ifndef LINT_MLLMU_PERSON_H
#define LINT_MLLMU_PERSON_H

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "buf.h"
#include "lint/mllmu_config.h"
#include "tsv.h"

/* The rows of one person, as trees; borrowed. Row and pictures of a
 * configuration are NULL where there is none. */
struct mllmu_rows {
    const char *id;
    cJSON *row[MLLMU_CONFIGS];
    const cJSON *images[MLLMU_CONFIGS]; /* arrays of sums in hexadecimal */
    struct buf sets; /* names in quotes, parted by commas; owned */
};

/* True if they are rows of a celebrity only. */
bool mllmu_person_is_celebrity(const struct mllmu_rows *r);

/* Appends the person's line to `out`. `words` is templates/lint/mllmu.tsv, by
 * which facts are known from questions. */
void mllmu_person_write(struct buf *out, const struct mllmu_rows *r,
                        const struct tsv *words);

#endif
