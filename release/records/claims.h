/* What nobody else in a release may have: a person's name, e-mail address and
 * telephone number, the ids of their questions and images, the bytes and the
 * pixels of images, by the sums the record states. There are only
 * CLAIMS_PHONES reserved telephone numbers: they are one person's own among as
 * many people whose indices follow each other. Memory is fixed, however many
 * people there are; who clashes is known at the end, by number, and what they
 * clash over when their lines are read again. */
#ifndef CLAIMS_H
#define CLAIMS_H

#include "person.h"
#include "unique.h"

#define CLAIMS_PHONES 79200 /* palimpsest-person(5) */

struct claim {
    const char *what;  /* static: "name", "question", .. */
    const char *text;  /* in the person's tree */
    const char *image; /* its id there, if this is a sum of it, or NULL */
    uint64_t among;    /* the group in which nobody else may have it; 0: all */
};

struct claims {
    struct unique unique;
    struct claim *list; /* owned: of the person last added */
    size_t count, cap;  /* of the list */
    struct buf key;     /* what and text of one claim */
};

/* A person's line, read again. */
struct claims_line {
    struct buf text;         /* owned by the caller */
    struct diag_place place; /* its id is not looked at */
};

/* Returns 0, or -1 (told). */
int claims_open(struct claims *c);

/* Adds a person of good shape, whom the caller finds again by its number.
 * Returns 0, or -1 (told). */
int claims_add(struct claims *c, const struct person *p);

/* Looks, once all are added, for people of different numbers who clash.
 * Returns how many pairs there are, or UNIQUE_TWINS for more (unique.h), or -1
 * (told). */
int claims_clash(struct claims *c, struct unique_twins twins[UNIQUE_TWINS]);

/* Tells all that two people clash over, as findings about the second; nothing
 * of two who have the same id, which is told by whoever sorts them. */
void claims_tell(struct claims *c, struct claims_line lines[2],
                 struct findings *f);

void claims_close(struct claims *c);

#endif
