/* A row of MLLMU-Bench as import.h keeps it: without its pictures. */
#ifndef LINT_IMPORT_ROW_H
#define LINT_IMPORT_ROW_H

#include <stdint.h>

#include "buf.h"
#include "lint/json_rows.h"

/* Appends the row with where it is from, as JSON:
 *
 *   {"file":0,"line":1,"config":0,"set":"","images":["..."],"row":{..}} */
void import_row_write(struct buf *out, const struct json_rows *r, uint64_t file,
                      uint64_t config, const char *set);

/* The row's ID, text or number, in `id`. Returns 0, or -1 if it has none, or
 * one of more than 64 bytes. */
int import_row_id(const struct json_rows *r, struct buf *id);

#endif
