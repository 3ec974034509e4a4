/* The people a commitment is about: the Merkle root over them, in the order of
 * their ids, and the seed of the generator that made them. A leaf is what it is
 * in a release's log (record_bytes.h), so that it is the same before and after
 * the split. In memory a person takes 24 bytes. */
#ifndef COHORT_H
#define COHORT_H

#include <stdint.h>

#include "buf.h"
#include "diag.h"
#include "digest.h"
#include "json_scan.h"
#include "record.h"
#include "sorter.h"

struct cohort {
    struct sorter people;
    struct buf generator_seed; /* owned: JSON, as the records spell it */
};

/* Returns 0, or -1 (told). */
int cohort_open(struct cohort *c);

/* Takes the seed of the generator that a checked record states; all but
 * celebrities must state the same. Returns NULL, or a static text that says
 * what is wrong. */
const char *cohort_adopt(struct cohort *c, const struct record_head *head,
                         const struct json_scan *scan);

/* Adds a checked record of `len` bytes; `where` is its place, whose file is
 * borrowed. Returns 0, or -1 (told). */
int cohort_add(struct cohort *c, const struct record_head *head,
               struct diag_place where, const struct json_scan *scan,
               const char *line, size_t len);

/* The root over all that were added; nobody is added afterwards, and
 * `generator_seed` is "null" if there was none. Returns EXIT_OK; EXIT_DATA for
 * an id that is there twice, or EXIT_SYSTEM (told). */
enum exit_status cohort_root(struct cohort *c,
                             unsigned char root[DIGEST_BYTES]);

void cohort_close(struct cohort *c);

#endif
