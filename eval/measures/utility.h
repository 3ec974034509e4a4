/* Figures from other programs' results, taken as they stand:
 *
 *   lmms-eval    one object with "results", by task and metric, and with
 *                "n-samples", by task ("effective"); standard errors are left
 *                out
 *   VLMEvalKit   *_acc.csv, *_score.csv: a row a split or category, whose name
 *                is in the first column; *_score.json: an object of numbers, or
 *                of objects of these
 *
 * A figure's name is what it stands under, outermost first. What is no number
 * is passed over. */
#ifndef UTILITY_H
#define UTILITY_H

#include "buf.h"
#include "diag.h"

/* Appends the figures of a file, a pipe or, for "-", stdin as rows of the table
 * "utility" of a scores file. Returns EXIT_OK, or what to exit with (told). */
enum exit_status utility_read(const char *path, struct buf *rows);

/* The same of a text, which may be taken over; `path` says what it is, and
 * where it is from. */
enum exit_status utility_text(const char *path, struct buf *text,
                              struct buf *rows);

#endif
