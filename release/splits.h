/* The split of a release: what the records say of it, whether it is the one
 * that its rule and seed give, and the lists in splits/. In memory a ranked
 * person takes 28 bytes, 46 while ranks are derived; ids lie in spools. */
#ifndef SPLITS_H
#define SPLITS_H

#include <stdbool.h>
#include <stdint.h>

#include "person.h"
#include "roll.h"
#include "splitclaim.h"
#include "splitrule.h"
#include "spool.h"
#include "tree.h"

struct splits {
    uint64_t with, without;  /* records that have a split, that have none */
    struct splitrule rule;   /* of the first record that has one */
    char *seed;              /* owned: the rule's, NULL while there is none */
    struct splitclaim claim; /* what the record now out states */
    struct roll roll;        /* those who are ranked */
    uint32_t *stated;        /* owned: their ranks as stated, by index */
    size_t cap;              /* room for them */
    struct spool ranked;     /* lines of a list: the ids in rank order */
    struct spool real, stranger; /* lines of a list, in id order */
    uint64_t real_count, stranger_count;
    uint64_t bounds[SPLITRULE_RATIOS]; /* bytes of `ranked` that are forget_p */
};

/* Returns 0, or -1 (told). */
int splits_open(struct splits *s);

/* Checks a record's split member against the first record's; *rank is what it
 * states, 0 for none. Returns 0, or -1 where it is wrong, which is a
 * finding. */
int splits_check(struct splits *s, const struct person *p, uint32_t *rank,
                 struct findings *f);

/* Adds a record, in the order of ids: its line, its stated rank. Returns 0,
 * or -1 (told). */
int splits_add(struct splits *s, const struct record_head *head,
               uint64_t line, uint32_t rank);

/* Derives the ranks of all that were added; a record of `file` that states
 * another is a finding. Returns 0, or -1 (told). */
int splits_rank(struct splits *s, const char *file, struct findings *f);

/* True if there is a split to derive. */
bool splits_used(const struct splits *s);

/* Writes splits/ in `folder`, or compares it with what is there where there
 * are `findings`, marking in `tree` the files accounted for; after
 * splits_rank(). Returns 0, or -1 (told). */
int splits_derive(struct splits *s, const char *folder,
                  struct findings *findings, struct tree *tree);

/* Appends the rule as JSON without what differs between people, or null. */
void splits_write_rule(const struct splits *s, struct buf *out);

void splits_close(struct splits *s);

#endif
