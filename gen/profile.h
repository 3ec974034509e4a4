/* A drawn person as a line of the stream: palimpsest-person(5). */
#ifndef PROFILE_H
#define PROFILE_H

#include <stdint.h>

#include "appearance.h"
#include "buf.h"
#include "people.h"
#include "person.h"
#include "record.h"

/* Appends the id of the `number`-th person (from 1) of a kind: "f0001",
 * "s0001", "a0001". */
void profile_id(enum record_kind kind, uint64_t number, struct buf *out);

/* Appends the record and a line end. */
void profile_write(const struct people *all, enum record_kind kind,
                   uint64_t number, const struct person *p,
                   const struct appearance *a, const struct buf *biography,
                   struct buf *out);

#endif
