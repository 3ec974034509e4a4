/* The rows of one person of MLLMU-Bench (import_row.h), as long as they are of
 * different configurations and sets. */
#ifndef LINT_GATHERED_H
#define LINT_GATHERED_H

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "lint/mllmu_person.h"

struct gathered {
    struct mllmu_rows rows; /* id is NULL while there are none */
    cJSON *trees;           /* owned: an array of them, in the order they came */
};

void gathered_init(struct gathered *g);

/* True if a row is of this person, and no other row of its configuration and
 * set is there. */
bool gathered_takes(const struct gathered *g, const cJSON *row);

/* Adds a row, which is owned from then on. */
void gathered_add(struct gathered *g, cJSON *row);

/* True if two rows of Full_Set, forget and retain sets ask different things:
 * the first one, and the first that differs from it. */
bool gathered_differ(const struct gathered *g, cJSON **one, cJSON **other);

void gathered_release(struct gathered *g);

#endif
