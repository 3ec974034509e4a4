/* A drawn person as a line of the stream: palimpsest-person(5). */
#ifndef PROFILE_H
#define PROFILE_H

#include <stdint.h>

#include "appearance.h"
#include "buf.h"
#include "people.h"
#include "person.h"
#include "record.h"

/* What the lines of a run share, written once. */
struct profile {
    const struct people *all; /* borrowed */
    enum record_kind kind;
    struct buf members;    /* owned: ,"hobby":"chess" of every value there is */
    size_t *from[FACTS];   /* owned: where a value's member begins; and the end
                              of the last one */
    struct buf provenance; /* owned: up to the index */
};

/* Prepares the writing of people of one kind. */
void profile_init(struct profile *f, const struct people *all,
                  enum record_kind kind);

/* Appends the id of the `number`-th person (from 1) of a kind: "f0001",
 * "s0001", "a0001". */
void profile_id(enum record_kind kind, uint64_t number, struct buf *out);

/* Appends the record and a line end. */
void profile_write(const struct profile *f, uint64_t number,
                   const struct person *p, const struct appearance *a,
                   const struct buf *biography, struct buf *out);

void profile_release(struct profile *f);

#endif
