/* Facts that contradict each other, value by value: conflicts.tsv. Nobody has
 * both sides of a row: the fact drawn later is drawn again. */
#ifndef CONFLICTS_H
#define CONFLICTS_H

#include <stdbool.h>
#include <stddef.h>

#include "facts.h"
#include "tsv.h"

#define CONFLICTS_ROWS 65536 /* at most */

struct world;

struct conflict {
    enum fact with;
    int other; /* place in the table of `with` */
    int next;  /* the value's next conflict, or -1 */
};

struct conflicts {
    struct tsv table;       /* owned: fact, value, with, other */
    struct conflict *list;  /* owned: each row twice, once from either side */
    size_t count;
    int *first[FACTS];      /* owned: by value, its first conflict, or -1 */
};

/* Reads the folder's table; the tables of values must be there. Returns 0,
 * TSV_BAD or TSV_UNREADABLE. */
int conflicts_load(struct conflicts *c, const struct world *w,
                   const char *folder);

/* True if the value contradicts one of `values` (by fact, -1 for none). */
bool conflicts_with(const struct conflicts *c, enum fact fact, int value,
                    const int values[FACTS]);

void conflicts_release(struct conflicts *c);

#endif
