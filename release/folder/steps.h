/* The steps of a manifest: the runs that made the stream. */
#ifndef STEPS_H
#define STEPS_H

#include <cjson/cJSON.h>

#include "records/people.h"

/* Appends the steps, compact, if they are of the right shape: an array of
 * {"tool","version","options":[..],"templates"}. Returns 0, or -1 with what is
 * wrong appended to `why`. */
int steps_write(const cJSON *steps, struct buf *out, struct buf *why);

/* Appends the steps that the stream itself tells. */
void steps_derive(const struct people *people, struct buf *out);

/* Appends steps that are of the right shape, but for mksplit, in whose place
 * stands how the split of these people is made. */
void steps_split_again(const char *steps, const struct people *people,
                       struct buf *out);

/* Reads steps from a file and appends them. Returns EXIT_OK, or what to exit
 * with (told). */
enum exit_status steps_read(const char *path, struct buf *out);

#endif
