#include "config.h"

#include "domains.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "num.h"
#include "world.h"

static const char *const bands[WORLD_BANDS] = {"low", "mid", "high"};

int domains_band(const char *name)
{
    for (int i = 0; i < WORLD_BANDS; i++)
        if (strcmp(bands[i], name) == 0)
            return i;
    return -1;
}

/* Lists a value `times` over. The list doubles at every power of two. */
static void add(struct domain *d, size_t item, unsigned times)
{
    while (times-- > 0) {
        if ((d->count & (d->count - 1)) == 0)
            d->items = xrealloc(d->items, d->count < 8 ? 8 : 2 * d->count,
                                sizeof *d->items);
        d->items[d->count++] = (uint16_t)item;
    }
}

/* A whole number in a cell. Returns 0, or -1 (told). */
static int cell_number(const struct tsv *t, size_t row, size_t column,
                       unsigned max, unsigned *number)
{
    uint64_t value;
    if (!num_parse(tsv_cell(t, row, column), 0, max, &value))
        return tsv_fail(t, row, "'%s' is not a number up to %u",
                        tsv_cell(t, row, column), max);
    *number = (unsigned)value;
    return 0;
}

int domains_heights(const struct world *w, unsigned *least, unsigned *most)
{
    *least = 1000;
    *most = 0;
    for (size_t row = 0; row < w->genders.rows; row++) {
        unsigned from, to;
        if (cell_number(&w->genders, row, GENDER_LEAST_CM, 299, &from) < 0 ||
            cell_number(&w->genders, row, GENDER_MOST_CM, 299, &to) < 0)
            return -1;
        if (from < 100 || from > to)
            return tsv_fail(&w->genders, row, "no range of heights");
        *least = from < *least ? from : *least;
        *most = to > *most ? to : *most;
    }
    return 0;
}

static int make_heights(struct world *w)
{
    unsigned least, most, from, to;
    if (domains_heights(w, &least, &most) < 0)
        return -1;
    for (size_t row = 0; row < w->genders.rows; row++) {
        cell_number(&w->genders, row, GENDER_LEAST_CM, 299, &from);
        cell_number(&w->genders, row, GENDER_MOST_CM, 299, &to);
        for (unsigned cm = from; cm <= to; cm++)
            add(&w->height[row], cm - least, 1);
    }
    return 0;
}

/* The place of a region's name in the list, added if it is new; -1 if the list
 * is full. */
static int region_place(struct world *w, const char *region)
{
    for (size_t i = 0; i < w->region_count; i++)
        if (strcmp(w->regions[i], region) == 0)
            return (int)i;
    if (w->region_count == WORLD_REGIONS)
        return -1;
    w->regions[w->region_count] = region;
    return (int)w->region_count++;
}

/* The row of `text` in the first column, or -1. */
static int find_row(const struct tsv *t, const char *text)
{
    for (size_t i = 0; i < t->rows; i++)
        if (strcmp(tsv_cell(t, i, 0), text) == 0)
            return (int)i;
    return -1;
}

/* "Osaka, Japan", Japan being the country. */
static bool is_city(const char *value, const char *country)
{
    const char *comma = strchr(value, ',');
    return comma != NULL && comma > value && comma[1] == ' ' &&
           strcmp(comma + 2, country) == 0 && strchr(country, ',') == NULL;
}

static int locate_city(struct world *w, size_t city)
{
    const char *name = tsv_cell(&w->cities, city, 1);
    int country = find_row(&w->countries, name);
    if (country < 0)
        return tsv_fail(&w->cities, city, "no such country: %s", name);
    if (!is_city(tsv_cell(&w->cities, city, 0), name))
        return tsv_fail(&w->cities, city, "a value is a city, a comma, a "
                                          "blank and the country");
    size_t row = (size_t)country;
    struct world_city *c = &w->city[city];
    c->region = region_place(w, tsv_cell(&w->countries, row, 1));
    c->currency =
        find_row(&w->forms.currencies, tsv_cell(&w->countries, row, 2));
    if (c->region < 0 || c->currency < 0)
        return tsv_fail(&w->countries, row,
                        "no such currency, or too many regions");
    return 0;
}

/* The place of the tradition whose name is the first `len` bytes, or -1. */
static int find_tradition(const struct names *n, const char *name, size_t len)
{
    for (size_t i = 0; i < n->count; i++)
        if (strncmp(n->traditions[i].id, name, len) == 0 &&
            n->traditions[i].id[len] == '\0')
            return (int)i;
    return -1;
}

/* Reads one city's "irish:8,english:2" into the domains of births. */
static int add_births(struct world *w, size_t city)
{
    const char *at = tsv_cell(&w->cities, city, 2);
    if (*at == '\0')
        return tsv_fail(&w->cities, city, "nobody is born here");
    while (*at != '\0') {
        size_t name = strcspn(at, ":,");
        size_t end = name + strcspn(at + name, ",");
        uint64_t weight;
        int i = find_tradition(&w->names, at, name);
        if (i < 0 || at[name] != ':' ||
            !num_parse_bytes(at + name + 1, end - name - 1, 1, 99, &weight))
            return tsv_fail(&w->cities, city,
                            "'%.*s' is no known tradition and its weight",
                            (int)end, at);
        struct domain *births = &w->births[i];
        if (births->count > 0 && births->items[births->count - 1] == city)
            return tsv_fail(&w->cities, city, "'%.*s' is there twice",
                            (int)name, at);
        add(births, city, (unsigned)weight);
        at += at[end] == ',' ? end + 1 : end;
    }
    return 0;
}

static int make_cities(struct world *w)
{
    w->births = xcalloc(w->names.count, sizeof *w->births);
    w->city = xcalloc(w->cities.rows, sizeof *w->city);
    for (size_t city = 0; city < w->cities.rows; city++)
        if (locate_city(w, city) < 0 || add_births(w, city) < 0)
            return -1;
    for (size_t r = 0; r < w->region_count; r++)
        for (size_t city = 0; city < w->cities.rows; city++)
            add(&w->residence[r], city,
                w->city[city].region == (int)r ? DOMAINS_HOME : 1);
    return 0;
}

static int make_schools(struct world *w)
{
    for (size_t row = 0; row < w->schools.rows; row++) {
        unsigned level, min;
        if (cell_number(&w->schools, row, 1, WORLD_LEVELS, &level) < 0 ||
            cell_number(&w->schools, row, 2, 200, &min) < 0)
            return -1;
        if (level == 0)
            return tsv_fail(&w->schools, row, "levels are 1, 2 and 3");
        for (unsigned age = 0; age < WORLD_AGES; age++)
            if (age + WORLD_AGE_MIN >= min)
                add(&w->education[age], row, 1);
    }
    return 0;
}

static int make_occupations(struct world *w)
{
    for (size_t row = 0; row < w->occupations.rows; row++) {
        unsigned min, max, level;
        if (cell_number(&w->occupations, row, 2, 200, &min) < 0 ||
            cell_number(&w->occupations, row, 3, 200, &max) < 0 ||
            cell_number(&w->occupations, row, 4, WORLD_LEVELS, &level) < 0)
            return -1;
        if (domains_band(tsv_cell(&w->occupations, row, 5)) < 0)
            return tsv_fail(&w->occupations, row, "no such band of pay");
        for (unsigned age = min; age <= max; age++)
            for (unsigned l = level; l <= WORLD_LEVELS; l++)
                if (age >= WORLD_AGE_MIN && age <= WORLD_AGE_MAX && l > 0)
                    add(&w->occupation[age - WORLD_AGE_MIN][l - 1], row, 1);
    }
    return 0;
}

static int make_health(struct world *w)
{
    for (size_t row = 0; row < w->health.rows; row++) {
        unsigned min, max;
        if (cell_number(&w->health, row, 2, 200, &min) < 0 ||
            cell_number(&w->health, row, 3, 200, &max) < 0)
            return -1;
        for (unsigned age = min; age <= max; age++)
            if (age >= WORLD_AGE_MIN && age <= WORLD_AGE_MAX)
                add(&w->health_by_age[age - WORLD_AGE_MIN], row, 1);
    }
    return 0;
}

/* Reads "low,mid" into one bit a band. Returns 0 for anything else. */
static unsigned parse_bands(const char *text)
{
    unsigned found = 0;
    for (;;) {
        size_t len = strcspn(text, ",");
        int band = 0;
        while (band < WORLD_BANDS && (strncmp(bands[band], text, len) != 0 ||
                                      bands[band][len] != '\0'))
            band++;
        if (band == WORLD_BANDS || (found >> band & 1) != 0)
            return 0;
        found |= 1u << band;
        if (text[len] == '\0')
            return found;
        text += len + 1;
    }
}

/* Lists one amount for the bands named in its cell and the ages it fits. */
static int add_income(struct world *w, size_t row)
{
    unsigned min, amount;
    unsigned paid = parse_bands(tsv_cell(&w->incomes, row, 1));
    if (paid == 0)
        return tsv_fail(&w->incomes, row, "bands are low, mid and high, each "
                                          "once, with a comma between them");
    if (cell_number(&w->incomes, row, 0, 100000000, &amount) < 0 ||
        cell_number(&w->incomes, row, 2, 200, &min) < 0)
        return -1;
    if (min < WORLD_AGE_MIN)
        min = WORLD_AGE_MIN;
    for (int band = 0; band < WORLD_BANDS; band++) {
        if ((paid >> band & 1) == 0)
            continue;
        for (size_t c = 0; c < w->forms.currencies.rows; c++)
            for (unsigned age = min; age <= WORLD_AGE_MAX; age++)
                add(&w->income[c][band][age - WORLD_AGE_MIN],
                    c * w->incomes.rows + row, 1);
    }
    return 0;
}

static int make_incomes(struct world *w)
{
    for (size_t row = 0; row < w->incomes.rows; row++)
        if (add_income(w, row) < 0)
            return -1;
    return 0;
}

static void make_whole(struct world *w)
{
    for (int fact = 0; fact < FACTS; fact++)
        for (size_t i = 0; i < w->tables[fact].count; i++)
            add(&w->all[fact], i, 1);
}

/* Everybody must have a choice of six values, so that a question about the
 * fact finds its five wrong ones. */
static int check(const struct tsv *t, const struct domain *d, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (d[i].count < 6)
            return tsv_fail(t, 0, "the table leaves somebody fewer than six "
                                  "values to draw from");
    return 0;
}

/* An occupation of a band may demand a least age; the band's incomes are
 * checked from there on only. */
static int check_incomes(const struct world *w)
{
    for (size_t row = 0; row < w->occupations.rows; row++) {
        int band = world_occupation_band(w, (int)row);
        unsigned min;
        cell_number(&w->occupations, row, 2, 200, &min);
        for (size_t c = 0; c < w->forms.currencies.rows; c++)
            if (min >= WORLD_AGE_MIN && min <= WORLD_AGE_MAX &&
                check(&w->incomes, &w->income[c][band][min - WORLD_AGE_MIN],
                      1) < 0)
                return -1;
    }
    return 0;
}

int domains_make(struct world *w)
{
    if (make_heights(w) < 0 || make_cities(w) < 0 || make_schools(w) < 0 ||
        make_occupations(w) < 0 || make_health(w) < 0 || make_incomes(w) < 0)
        return -1;
    make_whole(w);
    if (check(&w->genders, w->height, w->genders.rows) < 0 ||
        check(&w->cities, w->births, w->names.count) < 0 ||
        check(&w->cities, w->residence, w->region_count) < 0 ||
        check(&w->schools, w->education, WORLD_AGES) < 0 ||
        check(&w->occupations, w->occupation[0],
              WORLD_AGES * WORLD_LEVELS) < 0 ||
        check(&w->health, w->health_by_age, WORLD_AGES) < 0)
        return -1;
    return check_incomes(w);
}

static void release(struct domain *d, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(d[i].items);
}

void domains_release(struct world *w)
{
    release(w->all, FACTS);
    if (w->births != NULL)
        release(w->births, w->names.count);
    free(w->births);
    release(w->residence, WORLD_REGIONS);
    release(w->education, WORLD_AGES);
    release(w->occupation[0], WORLD_AGES * WORLD_LEVELS);
    release(w->income[0][0], FORMS_CURRENCIES * WORLD_BANDS * WORLD_AGES);
    release(w->height, WORLD_GENDERS);
    release(w->health_by_age, WORLD_AGES);
}
