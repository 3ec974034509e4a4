/* Where the seed of a release's split is from. A publisher who has committed to
 * the people, the rule and a round of a public beacon puts the commitment and
 * what the beacon gave into splits/ (palimpsest-commit(5)); without, the seed
 * was the publisher's choice. */
#ifndef SEEDING_H
#define SEEDING_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "digest.h"
#include "files/findings.h"
#include "files/tree.h"
#include "pledge.h"

struct log;
struct minisign_public;
struct people;
struct splitrule;

/* What a commitment is held against. */
struct seeding_people {
    uint64_t count; /* of all kinds */
    unsigned char root[DIGEST_BYTES];
    const char *generator_seed;   /* borrowed, or NULL */
    const struct splitrule *rule; /* borrowed; NULL where nobody has a split */
};

/* All of a release, once they are in its log; borrowed from both. */
void seeding_people_init(struct seeding_people *s, const struct people *people,
                         const struct log *log);

/* Who checks what is not checked here; all borrowed, or NULL. */
struct seeding_judges {
    const char *verifier; /* a program (verifier.h) */
    const struct minisign_public *key; /* of the commitment's signature */
    const struct beacon_chain *chain;  /* a beacon that is known (chains.h) */
    bool signature;                    /* the commitment must be signed */
};

/* Starts as {0}, ends with seeding_release(). */
struct seeding {
    bool committed; /* the seed is the one of a commitment */
    bool known;     /* its beacon is one that is known to who checks */
    bool verified;  /* by the beacon's own signature */
    bool dated;     /* by a third party, before the round was due */
    bool late;      /* by one, but after */
    bool has_signature; /* there is one of the commitment, right or not */
    uint64_t time;  /* when, seconds since 1970; 0 where not dated */
    struct pledge pledge; /* where committed */
};

/* Reads a commitment and its reveal. Returns EXIT_OK, EXIT_DATA or EXIT_SYSTEM
 * (told). */
enum exit_status seeding_load(struct seeding *s, const char *commit,
                              const char *reveal);

/* Holds the commitment against the people. Returns NULL, or a static text that
 * says what is wrong. */
const char *seeding_compare(const struct seeding *s,
                            const struct seeding_people *people);

/* Writes both into splits/ of `folder`, and what lies beside the file `commit`:
 * its signature, time stamp and cosignature. Returns 0, or -1 (told). */
int seeding_copy(const struct seeding *s, const char *commit,
                 const char *folder);

/* Checks what is in splits/ of `folder`; what is wrong becomes findings, and
 * the files are explained. Returns 0, or -1 (told). */
int seeding_check(struct seeding *s, const char *folder, struct findings *f,
                  struct tree *tree, const struct seeding_people *people,
                  const struct seeding_judges *judges);

/* Appends what is known of the seed, in words, on one line without its end. */
void seeding_describe(const struct seeding *s, struct buf *out);

/* Whether it is shown that the publisher did not choose the seed: the beacon is
 * known, its signature right, and the commitment was dated before. */
bool seeding_shows_seed(const struct seeding *s);

/* Whether it is shown that a third party dated the commitment before the round
 * of a beacon that is known was due. */
bool seeding_shows_date(const struct seeding *s);

void seeding_release(struct seeding *s);

#endif
