/* A commitment and what was revealed for it, held against the split that was
 * made: whether the people, the rule and the seed are those committed to. */
#ifndef PLEDGE_H
#define PLEDGE_H

#include <stddef.h>
#include <stdint.h>

#include "beacon.h"
#include "buf.h"
#include "commit.h"
#include "diag.h"
#include "digest.h"
#include "json_scan.h"

struct pledge {
    struct commit commit;
    struct beacon_answer answer; /* as revealed */
};

/* Reads a commitment by name. Returns EXIT_OK; EXIT_DATA if it is none, or
 * EXIT_SYSTEM (told); either way it ends with pledge_release(). */
enum exit_status pledge_load_commit(struct pledge *p, const char *path);

/* Reads what was revealed for it. Returns the same. */
enum exit_status pledge_load_reveal(struct pledge *p, const char *path);

/* Appends what of a split record, of which `scan` is, is committed to: all but
 * its seed, rank and sets. */
void pledge_split_options(const struct json_scan *scan, struct buf *out);

/* Checks a split record: its options are those committed to, its seed the one
 * revealed. Returns NULL, or a static text that says what is wrong. */
const char *pledge_check_split(const struct pledge *p, const char *text,
                               size_t len);

/* Checks the people: their number, the root over them, and the seed of their
 * generator as JSON. Returns the same. */
const char *pledge_check_people(const struct pledge *p, uint64_t count,
                                const unsigned char root[DIGEST_BYTES],
                                const struct buf *generator_seed);

void pledge_release(struct pledge *p);

#endif
