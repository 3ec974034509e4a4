/* The world people are drawn from: the tables of templates/world, read once,
 * read-only afterwards. It owns everything; what it hands out is borrowed.
 *
 * A fact's values are numbered by their place in its table. Which of them a
 * person may have depends on other facts (age, region, education ...): such a
 * choice is a domain, a list of values, one listed more often having the
 * greater chance. Domains are made once, when the world is loaded. */
#ifndef WORLD_H
#define WORLD_H

#include <stddef.h>
#include <stdint.h>

#include "conflicts.h"
#include "digest.h"
#include "facts.h"
#include "forms.h"
#include "names.h"
#include "template.h"
#include "tsv.h"

#define WORLD_AGE_MIN 19 /* years at 2025-01-01 */
#define WORLD_AGE_MAX 79
#define WORLD_AGES (WORLD_AGE_MAX - WORLD_AGE_MIN + 1)
#define WORLD_LEVELS 3     /* of education: school, college, university */
#define WORLD_BANDS 3      /* of pay: low, mid, high */
#define WORLD_REGIONS 16   /* at most */
#define WORLD_GENDERS 4    /* at most */

/* Values in a table, at most: so that even incomes, every amount in every
 * currency, have 16 bits for their place. */
#define WORLD_VALUES 8192
#define WORLD_COUNTRIES 1000 /* at most */
#define WORLD_LOOKS 1000     /* rows of appearance.tsv, at most */
#define WORLD_SENTENCES 1000 /* rows of biography.tsv, at most */
#define WORLD_TEXT 256       /* bytes of a value, at most */

/* A choice among values of one fact. */
struct domain {
    uint16_t *items; /* owned by the world; places in the fact's table */
    uint32_t count;  /* at least 1 once the world is loaded */
};

/* One value as the record writes it and as people say it. */
struct world_value {
    const char *text;             /* canonical */
    size_t len;                   /* of the text, bytes */
    struct template_value spoken; /* with its article */
};

/* All values of one fact. */
struct world_table {
    struct world_value *values; /* owned; NULL for facts without a table */
    size_t count;
    const struct world_value **sorted; /* owned: by text, bytewise */
};

/* What follows from the country a city lies in. */
struct world_city {
    int region;   /* place in `regions` */
    int currency; /* row of currencies.tsv */
};

struct world {
    char hash[DIGEST_HEX + 1]; /* of the folder (folder_hash.h) */
    struct names names;
    struct forms forms;
    struct tsv genders, countries, cities, schools, occupations, employers,
        incomes, health, parents, hobbies, pets, foods, places, mailwords,
        appearance,
        biography;                      /* owned */
    struct world_table tables[FACTS];
    struct buf texts;                   /* owned: texts made at loading */
    const char *regions[WORLD_REGIONS]; /* names, in order of appearance */
    size_t region_count;
    struct conflicts conflicts;
    struct world_city *city;            /* owned: one a city */
    struct domain all[FACTS];           /* without any condition */
    struct domain *births;              /* by tradition */
    struct domain residence[WORLD_REGIONS];           /* by birth region */
    struct domain education[WORLD_AGES];
    struct domain occupation[WORLD_AGES][WORLD_LEVELS];
    struct domain income[FORMS_CURRENCIES][WORLD_BANDS][WORLD_AGES];
    struct domain height[WORLD_GENDERS];
    struct domain health_by_age[WORLD_AGES];
};

/* Reads the world folder. Returns 0, TSV_BAD or TSV_UNREADABLE. */
int world_load(struct world *w, const char *folder);

/* The place of a canonical text among a fact's values, or -1. */
int world_find(const struct world *w, enum fact fact, const char *text);

/* Facts about values, by their place in the table. */
int world_school_level(const struct world *w, int school);     /* 0..2 */
int world_occupation_band(const struct world *w, int occupation); /* 0..2 */

/* The row of a gender in the table `genders`, or -1. */
int world_gender(const struct world *w, const char *name);

/* Columns of the table `genders`. */
enum world_gender_column {
    GENDER_NAME, GENDER_WEIGHT, GENDER_PRESENTATION, GENDER_GIVEN,
    GENDER_LEAST_CM, GENDER_MOST_CM, GENDER_VERB, GENDER_THEY,
    GENDER_THEM, GENDER_THEIR, GENDER_THEIRS, GENDER_THEMSELF
};

void world_release(struct world *w);

#endif
