/* A person's facts as a short text. templates/world/biography.tsv has groups
 * (one sentence or two, in several variants, each with the same facts) and
 * orders (a list of groups that has every fact once). One order is drawn, then
 * a variant of each of its groups. */
#ifndef BIOGRAPHY_H
#define BIOGRAPHY_H

#include <stddef.h>

#include "buf.h"
#include "person.h"
#include "rng.h"
#include "template.h"
#include "world.h"

#define BIOGRAPHY_GROUPS 16 /* groups in an order, at most */

struct biography_order {
    size_t first[BIOGRAPHY_GROUPS]; /* a group's first variant */
    size_t count[BIOGRAPHY_GROUPS]; /* its variants */
    size_t groups;
};

struct biography {
    struct template *variants; /* owned, by row of the table */
    size_t variant_count;
    struct biography_order *orders; /* owned */
    size_t order_count;
};

/* Compiles the world's table and checks that every order has every fact (but
 * gender, e-mail and phone) once. Returns 0, or -1 (told). */
int biography_load(struct biography *b, const struct world *w);

/* Appends the biography. */
void biography_write(const struct biography *b, const struct person *p,
                     struct rng *r, struct buf *out);

void biography_release(struct biography *b);

#endif
