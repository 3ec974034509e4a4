/* The split rule sha256-rank/1:
 *
 *   key(id) = SHA-256("palimpsest split 1\n" seed "\n" id "\n")
 *   rank 1 is the fictitious person with the smallest (key, id), bytewise
 *   forget_p = the first floor((n*p + 50) / 100) ranks
 *   retain_(100-p) = the others
 *
 * Celebrities form the set "real", strangers the set "stranger"; neither is
 * ranked. Nothing here depends on order, locale or machine. */
#ifndef SPLITRULE_H
#define SPLITRULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "digest.h"

#define SPLITRULE_NAME "sha256-rank/1"
#define SPLITRULE_RATIOS 16 /* at most */

struct splitrule {
    const char *seed;                   /* borrowed, valid (seed.h) */
    uint64_t n;                         /* fictitious people */
    unsigned ratios[SPLITRULE_RATIOS];  /* percent, 1..99, ascending */
    size_t count;                       /* of ratios, at least 1 */
};

/* Parses "5,10,15" into ratios and count. Returns 0, or -1 if it is not a list
 * of ascending whole percentages from 1 to 99. */
int splitrule_parse_ratios(struct splitrule *r, const char *text);

/* floor((n*p + 50) / 100): the size of forget_p among n people. */
uint64_t splitrule_forget_count(uint64_t n, unsigned p);

/* The first ratio whose forget set would hold nobody or everybody, or 0. */
unsigned splitrule_empty_ratio(const struct splitrule *r);

/* The key of an id of `len` bytes (at most 96) under a valid seed. */
void splitrule_key(const char *seed, const char *id, size_t len,
                   unsigned char key[DIGEST_BYTES]);

/* The rule sha256-threshold/1: floor(p * 2^64 / 100). A person is in forget_p
 * if the first eight bytes of their key, as a number, lie below it. */
uint64_t splitrule_threshold(unsigned p);

/* Whether sha256-threshold/1 puts this id of `len` bytes in forget_p, which is
 * known without anybody else: the seed is valid, p from 1 to 99. */
bool splitrule_below(const char *seed, const char *id, size_t len, unsigned p);

/* Appends the split record's JSON object for a person: `rank` from 1, or 0 for
 * an unranked one, who is in `set` ("real", "stranger") only. */
void splitrule_write(const struct splitrule *r, uint64_t rank,
                     const char *set, struct buf *out);

/* The same in two parts, for those who write many: all up to the rank, which
 * does not change from person to person, and all behind it. */
void splitrule_write_head(const struct splitrule *r, struct buf *out);
void splitrule_write_tail(const struct splitrule *r, uint64_t rank,
                          const char *set, struct buf *out);

/* Appends the name of a ratio's set: "forget_05", or "retain_95". */
void splitrule_forget_name(unsigned p, struct buf *out);
void splitrule_retain_name(unsigned p, struct buf *out);

#endif
