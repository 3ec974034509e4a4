/* How a person looks: enough for a portrait renderer or a prompt. The words
 * and their chances are data (appearance.tsv); skin tone, glasses, hair texture
 * and hair colour keep exact shares (quota.h), the rest is drawn among what
 * fits the gender presentation and the age. */
#ifndef APPEARANCE_H
#define APPEARANCE_H

#include <stdint.h>

#include "quota.h"
#include "rng.h"
#include "world.h"

#define APPEARANCE_TONES 10   /* skin tones, from 1 */
#define APPEARANCE_GREY 10000 /* the most grey, in basis points */

enum appearance_trait {
    TRAIT_AGE_BAND,
    TRAIT_SKIN_TONE,
    TRAIT_HAIR_STYLE,
    TRAIT_HAIR_TEXTURE,
    TRAIT_HAIR_COLOUR,
    TRAIT_GREY,
    TRAIT_GLASSES,
    TRAIT_FACIAL_HAIR,
    TRAIT_EYE_COLOUR,
    TRAIT_BUILD,
    TRAIT_FACE_SHAPE,
    TRAIT_EXPRESSION,
    TRAIT_CLOTHING,
    TRAIT_CLOTHING_COLOUR,
    TRAITS
};

/* One row of the table, read. */
struct appearance_row {
    const char *value; /* borrowed from the world */
    size_t from, len;  /* the member of the record, in `members` */
    unsigned weight;
    unsigned min_age;
    char presentation; /* 'f', 'm', or 'a' for any */
};

struct appearance_table {
    struct appearance_row *rows;        /* owned */
    struct buf members;                 /* owned: JSON, row by row */
    size_t first[TRAITS], count[TRAITS];
    struct quota quotas[TRAITS];        /* cycle 0: no quota */
};

struct appearance {
    const struct appearance_row *trait[TRAITS]; /* borrowed */
    const char *presentation; /* "feminine", "masculine", "androgynous" */
};

/* Reads the world's table; the quotas are keyed by the seed. Returns 0, or -1
 * (told): a value that no record may hold, or nothing to draw for somebody. */
int appearance_load(struct appearance_table *t, const struct world *w,
                    const char *seed);

/* Draws the looks of the person at `index` (from 0). */
void appearance_draw(struct appearance_table *t, uint64_t index,
                     const char *presentation, int age, struct rng *r,
                     struct appearance *a);

/* Appends the record's JSON object (palimpsest-person(5)). */
void appearance_write(const struct appearance_table *t,
                      const struct appearance *a, struct buf *out);

void appearance_release(struct appearance_table *t);

#endif
