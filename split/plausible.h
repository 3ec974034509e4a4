/* Whether a split looks like one of many: what it would be under other seeds,
 * and where it lies among these. A seed that was tried out until the split
 * suited somebody shows, if it does, as a split at the edge.
 *
 * The imbalance of a fact is, for each forget set, the total variation distance
 * between the values in it and in its retain set, in basis points,
 *
 *     floor(10000 * sum over values |f * R - r * F| / (2 * F * R))
 *
 * (f of the F people in forget and r of the R in retain have the value), added
 * up over the forget sets. Facts of one value only, or of more values than half
 * as many as people, say nothing and are left out. */
#ifndef PLAUSIBLE_H
#define PLAUSIBLE_H

#include "census.h"
#include "diag.h"
#include "progress.h"
#include "splitrule.h"

#define PLAUSIBLE_SEEDS 1000 /* the seeds "1" to "1000" */
#define PLAUSIBLE_TAIL 10    /* seeds: fewer beyond are worth a warning */

/* Where the split lies by one fact. */
struct plausible_fact {
    const struct census_fact *fact; /* borrowed */
    uint64_t imbalance;             /* under its own seed */
    unsigned lower, higher;         /* seeds under which it is so */
};

struct plausible {
    struct plausible_fact facts[CENSUS_FACTS];
    size_t count; /* of them */
};

/* Compares the split of those people by that rule with others. Returns EXIT_OK,
 * or EXIT_DATA where there is nothing to compare with (told). */
enum exit_status plausible_compare(struct plausible *p,
                                   const struct splitrule *rule,
                                   const struct census *census,
                                   enum progress_mode progress);

/* Appends a line of columns and one for each fact: its name, imbalance, and the
 * number of seeds under which that is lower and higher, parted by tabs. */
void plausible_write(const struct plausible *p, struct buf *out);

/* Warns of facts by which the split lies at the edge. */
void plausible_warn(const struct plausible *p);

#endif
