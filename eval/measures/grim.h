/* Which printed percentages can be: after Brown and Heathers' test of
 * granularity-related inconsistency of means (2017), for shares of a count.
 *
 * A table of comma-separated values has a column "value", per cent as printed
 * with all decimals, and may have "n", the count it is of, "group" and "name".
 * A value is possible if some whole number of n, by n, rounds to it, ties going
 * up or to even. Where n is empty it is the least that all such values of a
 * group are possible for. */
#ifndef GRIM_H
#define GRIM_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "diag.h"

#define GRIM_MOST 1000000 /* of what a printed value is */

/* Appends a line a value of a file, a pipe or, for "-", stdin to `out`: line,
 * name, value, n, whether it is possible and of what numerator, as tab-separated
 * values below their names. Returns EXIT_OK, or what to exit with: EXIT_DATA if
 * some value is not possible, or the table is none (told). `most` is the
 * greatest n tried, to GRIM_MOST. */
enum exit_status grim(const char *path, uint64_t most, struct buf *out);

/* The same of a text, whose memory it takes over; `path` is for messages. */
enum exit_status grim_text(const char *path, struct buf *text, uint64_t most,
                           struct buf *out);

#endif
