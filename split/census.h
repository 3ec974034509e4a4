/* The fictitious people of a split with the values of their facts, all in
 * memory: 24 bytes a person, the id, and 2 bytes for each fact that the first
 * one has. A fact that somebody lacks, or that has more than STRATA_LIMIT
 * values, is dropped. */
#ifndef CENSUS_H
#define CENSUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "json_scan.h"
#include "record.h"
#include "strata.h"

#define CENSUS_FACTS 64        /* at most */
#define CENSUS_PEOPLE 10000000 /* at most */

struct census_fact {
    char *name;           /* owned */
    struct strata values; /* owned: numbered */
    uint16_t *of;         /* owned: the number of each person's value */
    bool dropped;
};

struct census {
    struct buf ids;         /* owned: one after another */
    size_t *starts;         /* owned: where each begins, and where the last
                               ends */
    size_t count, cap;      /* people, and room for them */
    struct census_fact facts[CENSUS_FACTS];
    size_t fact_count;
    struct json_scan scratch; /* the facts of the record now out */
};

/* Adds a person; starts as {0}. False if there is no room for more. */
bool census_add(struct census *c, const struct record_head *head,
                const struct json_scan *record);

/* The people's numbers, from 0 as they were added, in the order of their ids;
 * the caller frees them. */
uint32_t *census_by_id(const struct census *c);

/* The fact of that name that was not dropped, or NULL. */
const struct census_fact *census_find(const struct census *c,
                                      const char *name);

void census_release(struct census *c);

#endif
