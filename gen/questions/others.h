/* Values of a fact that are not the person's own, as texts: from the fact's
 * table, or, for the facts that have none (name, birth date, e-mail, phone),
 * made in the same shape. */
#ifndef OTHERS_H
#define OTHERS_H

#include <stddef.h>

#include "buf.h"
#include "people/person.h"
#include "rng.h"
#include "template.h"

#define OTHERS_LIMIT 8

struct others {
    const char *text[OTHERS_LIMIT]; /* canonical */
    struct template_value spoken[OTHERS_LIMIT];
    struct buf made[OTHERS_LIMIT];   /* owned: texts that are in no table */
    struct buf spelled[OTHERS_LIMIT];
};

/* Draws `count` values, no two alike. Returns 0, or -1 if there are not as
 * many. Start the struct as {0}. */
int others_draw(struct others *o, const struct person *p, enum fact fact,
                struct rng *r, size_t count);

void others_release(struct others *o);

#endif
