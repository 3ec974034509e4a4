/* Everybody who was read, by number from 0 in the order of input: id, kind and
 * where they stand. Groups keep numbers and look here for a witness. A person
 * takes 16 bytes and the id. */
#ifndef LINT_PEOPLE_H
#define LINT_PEOPLE_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "diag.h"
#include "record.h"

#define PEOPLE_LIMIT 10000000 /* at most */

struct people_entry {
    uint32_t id;       /* where it begins in `ids` */
    uint32_t file : 29; /* which of the files */
    uint32_t kind : 3; /* enum record_kind */
    uint64_t line;     /* from 1 */
};

struct people {
    struct buf ids; /* each with its NUL */
    struct people_entry *entries; /* owned */
    size_t count, cap;            /* people, and room for them */
    const char **files; /* owned: borrowed names, in the order read */
    size_t file_count;
};

/* Adds a person of `place`, whose file is borrowed for good. Returns the
 * number, or -1 if there are too many. */
int64_t people_add(struct people *p, struct diag_place place,
                   enum record_kind kind);

/* The id, the kind, and where a person stands; valid until the next
 * people_add(). */
const char *people_id(const struct people *p, uint32_t number);
enum record_kind people_kind(const struct people *p, uint32_t number);
struct diag_place people_place(const struct people *p, uint32_t number);

void people_release(struct people *p);

#endif
