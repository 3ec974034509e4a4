/* What holds for all people of a release together: how many there are, that
 * one generator made them, that its indices are complete, that no id is used
 * twice, that one split covers them. */
#ifndef PEOPLE_H
#define PEOPLE_H

#include <stdint.h>

#include "claims.h"
#include "digest.h"
#include "person.h"
#include "question_set.h"
#include "splits.h"

#define PEOPLE_INDEX_STRANGER 200001 /* first index of a stranger */
#define PEOPLE_INDEX_END 250001      /* first index behind the strangers' */

/* What the train questions of a person ask, as the first had them. */
struct people_trained {
    bool known;
    unsigned char digest[DIGEST_BYTES];
};

struct people {
    uint64_t kinds[RECORD_KINDS];    /* people of each kind */
    uint64_t questions[QUESTION_SETS]; /* questions of each set */
    uint64_t images;
    uint64_t removed;                /* of earlier releases: each may be an
                                        index that nobody has */
    uint64_t records;                /* checked so far, good or not */
    char *tool, *version, *seed, *world; /* owned: of the first generated
                                        person's provenance, or NULL */
    unsigned char indices[PEOPLE_INDEX_END / 8 + 1]; /* a bit an index seen */
    uint64_t asked, unasked; /* generated people with questions, without */
    struct people_trained trained[2]; /* people without images, with */
    struct claims claims;
    struct splits splits;
};

/* Returns 0, or -1 (told). */
int people_open(struct people *p);

/* Checks a person who went through person_check() against the others, and counts
 * it; `stated` is what its split says. What is wrong becomes findings. Returns
 * 0, or -1 (told). */
int people_check(struct people *p, const struct person *person,
                 struct splits_stated *stated, struct findings *f);

/* How many of a kind the generator must have made: those who are there, and
 * those of lower indices who are not, if so many were removed. */
uint64_t people_made(const struct people *p, enum record_kind kind);

/* Checks what needs all of them; `file` is where they are, for messages.
 * Returns how many pairs of people clash, which are in `twins` (claims.h), or
 * -1 (told). */
int people_finish(struct people *p, const char *file, struct findings *f,
                  struct unique_twins twins[UNIQUE_TWINS]);

void people_close(struct people *p);

#endif
