/* Everybody that a seed and a world make. Person i (provenance.index) is a
 * function of (seed, i) and of the world alone, found in constant time:
 * gender, decade of birth, naming tradition and four looks by quota, the name
 * by a permutation, all else from one random stream of the person's own. */
#ifndef PEOPLE_H
#define PEOPLE_H

#include <stdint.h>

#include "appearance.h"
#include "biography.h"
#include "perm.h"
#include "person.h"
#include "quota.h"
#include "record.h"
#include "world.h"

/* The index space: fictitious people, then strangers, then auxiliary ones. */
#define PEOPLE_STRANGERS 200000 /* strangers have indices above this */
#define PEOPLE_AUXILIARY 250000 /* auxiliary people above this */

struct people {
    const struct world *world; /* borrowed */
    const char *seed;          /* borrowed */
    struct quota gender, decade, tradition;
    struct perm *names;        /* owned: one a tradition */
    struct perm emails, phones;
    struct appearance_table looks;
    struct biography biography;
};

/* Returns 0, or -1 (told: a table is not right). */
int people_init(struct people *all, const struct world *w, const char *seed);

/* Draws person `index` (from 1) into `p` (initialised), the looks into `a`,
 * and appends the biography to `biography`. Returns 0, or -1 (told) if the
 * world's exclusions leave no value for a fact. */
int people_draw(struct people *all, uint64_t index, struct person *p,
                struct appearance *a, struct buf *biography);

/* The index of the first person of a kind less one, and how many people of the
 * kind there can be; 0 people for celebrities. */
uint64_t people_base(enum record_kind kind);
uint64_t people_limit(const struct people *all, enum record_kind kind);

void people_release(struct people *all);

#endif
