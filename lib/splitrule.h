/* The rules of palimpsest-split(5). All but the last order the fictitious
 * people by a key and give each a rank, 1 for the smallest (key, id), bytewise:
 *
 *   key(id) = SHA-256("palimpsest split 1\n" seed "\n" id "\n")
 *
 *   sha256-rank/1       forget_p = the first floor((n*p + 50) / 100) ranks
 *   sha256-disjoint/1   the same counts, each behind the ranks of the one before
 *   sha256-sequence/1   request_01 = the first ranks, request_02 the next, ..
 *   sha256-threshold/1  forget_p = those whose first eight bytes of the key are,
 *                       as a big-endian number, below floor(p * 2^64 / 100)
 *   legacy/mllmu        published lists of numbers; the rank is the place in the
 *                       order of ids
 *
 * The last ranks may be held out, those before them be for tuning; and the
 * order may be by strata (interleave.h). Which set holds which ranks is in
 * splitsets.h. Celebrities form the set "real", strangers the set "stranger";
 * neither is ranked. Nothing here depends on order, locale or machine. */
#ifndef SPLITRULE_H
#define SPLITRULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "digest.h"

#define SPLITRULE_RATIOS 16    /* at most */
#define SPLITRULE_REQUESTS 99  /* of a sequence, at most */
#define SPLITRULE_FIELD 64     /* bytes in the name of a fact, at most */

enum splitrule_kind {
    SPLITRULE_RANK,
    SPLITRULE_DISJOINT,
    SPLITRULE_SEQUENCE,
    SPLITRULE_THRESHOLD,
    SPLITRULE_MLLMU,
    SPLITRULE_KINDS
};

struct splitrule {
    enum splitrule_kind kind;
    const char *seed;                   /* borrowed, valid (seed.h); NULL for
                                           a rule that takes none */
    uint64_t n;                         /* fictitious people */
    unsigned ratios[SPLITRULE_RATIOS];  /* percent, 1..99, ascending */
    size_t count;                       /* of ratios */
    unsigned holdout, tune;             /* percent, 1..99; 0 for none */
    uint32_t size, requests;            /* people in a request, requests of a
                                           sequence; 0 for none */
    char by[SPLITRULE_FIELD + 1];       /* the fact to stratify by, or "" */
};

/* The name of a kind of rule, and back (SPLITRULE_KINDS for none). */
const char *splitrule_name(enum splitrule_kind kind);
enum splitrule_kind splitrule_parse_name(const char *text, size_t len);

/* These parse "5,10,15" into ratios and count, "5x10" into size and requests,
 * the name of a fact into by. They return 0, or -1 if it is not a list of
 * ascending whole percentages from 1 to 99, not two whole numbers (requests up
 * to SPLITRULE_REQUESTS), not 1 to SPLITRULE_FIELD of a-z, 0-9 and _. */
int splitrule_parse_ratios(struct splitrule *r, const char *text);
int splitrule_parse_sequence(struct splitrule *r, const char *text);
int splitrule_parse_by(struct splitrule *r, const char *text, size_t len);

/* Whether a kind of rule takes a seed, and whether people have ranks by it that
 * their records state. */
bool splitrule_seeded(enum splitrule_kind kind);
bool splitrule_ranked(enum splitrule_kind kind);

/* Looks whether all that is set goes with the rule, and nothing that it needs
 * is absent. Returns 0, or -1 with a sentence appended to `why`. */
int splitrule_combine(const struct splitrule *r, struct buf *why);

/* Looks whether each set that n tells the size of holds somebody, none
 * everybody, and no person would be in two that exclude each other. Returns 0,
 * or -1 with a sentence appended to `why`. */
int splitrule_fit(const struct splitrule *r, struct buf *why);

/* floor((n*p + 50) / 100): p per cent of n people. */
uint64_t splitrule_forget_count(uint64_t n, unsigned p);

/* The key of an id of `len` bytes (at most 96) under a valid seed. With no
 * seed, NULL, the id itself, cut or filled up with NUL: the order of keys is
 * then that of ids. */
void splitrule_key(const char *seed, const char *id, size_t len,
                   unsigned char key[DIGEST_BYTES]);

/* The rule sha256-threshold/1: floor(p * 2^64 / 100). A person is in forget_p
 * if the first eight bytes of their key, as a number, lie below it. */
uint64_t splitrule_threshold(unsigned p);

/* Whether sha256-threshold/1 puts this id of `len` bytes in forget_p, which is
 * known without anybody else: the seed is valid, p from 1 to 99. */
bool splitrule_below(const char *seed, const char *id, size_t len, unsigned p);

/* Appends the members of a split record that are the same for all people:
 * `"rule":..,"seed":..,"n":..,"ratios":[..]` and, where used, holdout, tune, by
 * and sequence. */
void splitrule_write(const struct splitrule *r, struct buf *out);

/* The same without rule, seed and n: how the rule is used. */
void splitrule_write_choice(const struct splitrule *r, struct buf *out);

/* Appends "5,10,15", and "5x10". */
void splitrule_put_ratios(const struct splitrule *r, struct buf *out);
void splitrule_put_sequence(const struct splitrule *r, struct buf *out);

/* What two rules do not have in common, by the name of its member: "rule",
 * "seed", "n", "ratios" and so on; NULL if they are the same. */
const char *splitrule_difference(const struct splitrule *a,
                                 const struct splitrule *b);

#endif
