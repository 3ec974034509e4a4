/* The split of a release: what the records say of it, whether it is the one
 * that its rule and seed give, and the lists in splits/. In memory a ranked
 * person takes 28 bytes, 30 with strata, 48 while ranks are derived; ids lie in
 * spools. */
#ifndef SPLITS_H
#define SPLITS_H

#include <stdbool.h>
#include <stdint.h>

#include "files/tree.h"
#include "person.h"
#include "roll.h"
#include "splitclaim.h"
#include "splitrule.h"
#include "splitsets.h"
#include "spool.h"
#include "stamp.h"
#include "strata.h"

struct splits {
    uint64_t with, without;  /* records that have a split, that have none */
    bool used;               /* a record states a rule: the first one's is */
    struct splitrule rule;   /* this */
    char *seed;              /* owned: the rule's, or NULL */
    struct splitclaim claim; /* what the record now out states */
    struct splitsets known;  /* the rule's sets, as far as one record tells */
    struct stamp stamp;      /* of these */
    struct strata strata;    /* where people are stratified */
    struct json_scan facts;  /* of the record now out, then */
    struct roll roll;        /* those who are ranked */
    uint32_t *stated;        /* owned: their ranks as stated, by index */
    size_t cap;              /* room for them */
    struct spool ranked;     /* lines of a list: the ids in rank order */
    struct spool real, stranger; /* lines of a list, in id order */
    uint64_t real_count, stranger_count;
    struct splitsets sets;   /* all of them, after splits_rank() */
    uint64_t *bounds;        /* owned: where in `ranked` their segments end */
};

/* What a record says that is needed again when all are there. */
struct splits_stated {
    uint32_t rank;    /* 0 for none, or where the split is wrong */
    uint32_t stratum; /* by the fact that the rule names, else 0 */
};

/* Returns 0, or -1 (told). */
int splits_open(struct splits *s);

/* Checks a record's split member against the first record's; what is wrong is a
 * finding. Fills in `stated`. Returns 0, or -1 (told) where published lists
 * cannot be read. */
int splits_check(struct splits *s, const struct person *p,
                 struct splits_stated *stated, struct findings *f);

/* Adds a record, in the order of ids: its line, what it stated. Returns 0, or
 * -1 (told). */
int splits_add(struct splits *s, const struct record_head *head,
               uint64_t line, struct splits_stated stated);

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
