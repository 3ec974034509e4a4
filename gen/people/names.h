/* Full names, unique by construction. A naming tradition has surnames and, for
 * each gender, given names; a surname belongs to one tradition, a given name
 * to one gender, so that the r-th person of a tradition may take the pair
 * number perm(r) of (surname, given place) and nobody else can have it. Pairs
 * that are names of well-known people (avoid.txt) are left out. */
#ifndef NAMES_H
#define NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "perm.h"
#include "surnames.h"
#include "tsv.h"

#define NAMES_TRADITIONS 100 /* at most */
#define NAMES_ROWS 65536     /* of one tradition, at most */
#define NAMES_LIMIT 96       /* bytes of a given name or a surname, at most */

struct names_tradition {
    const char *id;      /* "irish" */
    const char *region;  /* "western_europe" */
    struct tsv table;    /* owned: kind, name */
    size_t given[2];     /* first row of the women's (0) and men's (1) names */
    size_t surnames;     /* first row of the surnames */
    size_t given_count;  /* the smaller number of the two lists */
    size_t surname_count;
    uint64_t *avoided;   /* owned, sorted: pairs not to be used */
    size_t avoided_count;
};

struct names {
    struct tsv traditions_table; /* owned */
    struct names_tradition *traditions; /* owned */
    size_t count;
    struct surnames surnames; /* owned: of all traditions */
};

struct names_choice {
    const char *given;
    const char *surname;
};

/* Reads traditions.tsv, names/ and avoid.txt in `folder`. Returns 0, TSV_BAD or
 * TSV_UNREADABLE. */
int names_load(struct names *n, const char *folder);

/* How many people there can be, each with a name of their own, when the
 * traditions take turns. */
uint64_t names_capacity(const struct names *n);

/* The permutation of a tradition's pairs under `key`. */
void names_perm(const struct names *n, size_t tradition, uint64_t key,
                struct perm *perm);

/* The name of the person of rank `rank` (from 0) in a tradition; `men` picks
 * the list of given names. */
struct names_choice names_pick(const struct names *n, size_t tradition,
                               const struct perm *perm, uint64_t rank,
                               bool men);

/* True if the given name and the surname, as places in the tradition's lists
 * (from 0), are together the name of somebody well known. */
bool names_is_avoided(const struct names *n, size_t tradition, size_t given,
                      size_t surname);

/* The tradition whose surname the full name ends in, or -1. */
int names_tradition_of(const struct names *n, const char *full_name);

void names_release(struct names *n);

#endif
