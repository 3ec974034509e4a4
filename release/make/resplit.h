/* The split of an earlier release, drawn again for those who stay: by the same
 * rule and seed, of fewer people. Under sha256-threshold/1 that puts nobody
 * else into another set; under the rules of ranks it may. All who stay are
 * shown to it twice, in their order: to be counted and ranked, and to be
 * written. In memory a person takes what roll.h says. */
#ifndef RESPLIT_H
#define RESPLIT_H

#include <stdbool.h>
#include <stdint.h>

#include "jsonl.h"
#include "roll.h"
#include "splitclaim.h"
#include "splitsets.h"
#include "spool.h"
#include "stamp.h"
#include "strata.h"

struct resplit {
    bool used;               /* the people have a split */
    struct splitclaim claim; /* of the first */
    struct splitrule rule;   /* the same, of those who stay; seed in `claim` */
    struct roll roll;
    struct strata strata;
    struct json_scan facts;
    struct splitsets sets;
    struct stamp stamp;
    size_t written;     /* people */
    struct buf line;    /* the one being written */
    struct spool moved; /* lines: who is in other sets than before */
    uint64_t moves;     /* of these */
};

/* Returns 0, or -1 (told); either way it ends with resplit_close(). */
int resplit_open(struct resplit *r);

/* Counts a person whose checked line the reader has out. Returns 0, or -1
 * (told). */
int resplit_add(struct resplit *r, const struct jsonl *reader,
                const struct record_head *head);

/* Draws the split, once all are counted. Returns EXIT_OK, or what to exit with
 * (told): EXIT_DATA where the rule has nothing for so many. */
enum exit_status resplit_draw(struct resplit *r);

/* Writes the next of them with the new split, and notes who moved. Returns 0,
 * or -1 (told). */
int resplit_write(struct resplit *r, const struct jsonl *reader,
                  const struct record_head *head, struct spool *out);

void resplit_close(struct resplit *r);

#endif
