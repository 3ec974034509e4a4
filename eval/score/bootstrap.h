/* The bootstrap over people: what sums over them would have been, had other
 * people been drawn. A draw takes as many people as there are, with
 * replacement; one stream of random numbers, keyed by a name, makes all draws
 * of a table, so that all its columns see the same people.
 *
 *   person k of draw d = floor(h * people / 2^32), where h is the half of
 *   that number (d * people + k, the lower half of a word first) of the stream
 *
 * A table lies in stripes of BOOTSTRAP_STRIPE columns, so that the people of a
 * stripe stay near and its sums in registers. */
#ifndef BOOTSTRAP_H
#define BOOTSTRAP_H

#include <stddef.h>
#include <stdint.h>

#define BOOTSTRAP_DRAWS 10000
#define BOOTSTRAP_STRIPE 16 /* columns */

/* Whole numbers by person and column; a column may add up to INT32_MAX in any
 * draw (bootstrap_fits()). */
struct bootstrap {
    size_t people, columns;
    int32_t *cells; /* owned: stripe by stripe, person by person; 0 at first */
    int32_t *sums;  /* owned: by column and draw, once it was drawn */
};

/* Makes room; people and columns are at least 1. */
void bootstrap_init(struct bootstrap *b, size_t people, size_t columns);

/* The cell of a person and a column. */
int32_t *bootstrap_cell(struct bootstrap *b, size_t person, size_t column);

/* The largest unit, at most `most`, such that no sum over `people` people of
 * `each` units or less, times that unit, is above INT32_MAX; 0 if there is
 * none. */
int32_t bootstrap_fits(size_t people, uint64_t each, int32_t most);

/* Draws all: `parts` are the names that key the stream (rng.h). */
void bootstrap_draw(struct bootstrap *b, const char *const *parts,
                    size_t count);

/* The sums of a column, by draw. */
const int32_t *bootstrap_sums(const struct bootstrap *b, size_t column);

void bootstrap_release(struct bootstrap *b);

#endif
