/* Whether the steps of a manifest agree with the people: what the runs of
 * mkprofiles and mksplit were asked for must be what came. */
#ifndef STEP_CHECK_H
#define STEP_CHECK_H

#include <cjson/cJSON.h>

#include "records/people.h"

/* Checks steps of good shape. Runs of other tools, and runs that are not
 * named, are not looked at. Returns 0, or -1 with the first thing wrong
 * appended to `why`. */
int step_check(const cJSON *steps, const struct people *people,
               struct buf *why);

#endif
