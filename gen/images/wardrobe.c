#include "config.h"

#include "wardrobe.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "datadir.h"
#include "num.h"
#include "rng.h"

enum { ATTRIBUTE, VALUE, WEIGHT, PRESENTATION, MIN_AGE };

int wardrobe_load(struct wardrobe *w)
{
    char *folder = datadir_path("templates/world");
    int rc = tsv_read(&w->table, folder, "appearance.tsv",
                      "attribute value weight presentation min_age");
    free(folder);
    return rc;
}

static const char *presentation_name(enum look_presentation presentation)
{
    static const char *const names[] = {"feminine", "masculine",
                                        "androgynous"};
    return names[presentation];
}

static uint64_t number_in(const struct tsv *t, size_t row, size_t column)
{
    uint64_t number = 0;
    num_parse(tsv_cell(t, row, column), 0, UINT32_MAX, &number);
    return number;
}

/* The row's weight if it is of the attribute, suits the person and is not what
 * they wear; otherwise 0. */
static uint64_t weight(const struct tsv *t, size_t row, const char *attribute,
                       const struct look *look, const char *worn)
{
    const char *suits = tsv_cell(t, row, PRESENTATION);
    if (strcmp(tsv_cell(t, row, ATTRIBUTE), attribute) != 0 ||
        strcmp(tsv_cell(t, row, VALUE), worn) == 0)
        return 0;
    if (strcmp(suits, "any") != 0 &&
        strcmp(suits, presentation_name(look->presentation)) != 0)
        return 0;
    if (number_in(t, row, MIN_AGE) > (uint64_t)look->age)
        return 0;
    return number_in(t, row, WEIGHT);
}

/* Draws one of the attribute's values, or NULL if there is none. */
static const char *draw(const struct wardrobe *w, const char *attribute,
                        const struct look *look, const char *worn,
                        struct rng *r)
{
    const struct tsv *t = &w->table;
    uint64_t total = 0;
    for (size_t i = 0; i < t->rows; i++)
        total += weight(t, i, attribute, look, worn);
    if (total == 0)
        return NULL;
    uint64_t left = rng_below(r, total);
    for (size_t i = 0;; i++) {
        uint64_t own = weight(t, i, attribute, look, worn);
        if (left < own)
            return tsv_cell(t, i, VALUE);
        left -= own;
    }
}

const char *wardrobe_dress(const struct wardrobe *w, const struct look *look,
                           cJSON *person)
{
    static const char *const members[] = {"garment", "colour"};
    static const char *const attributes[] = {"clothing", "clothing_colour"};
    const cJSON *facts = cJSON_GetObjectItemCaseSensitive(person, "facts");
    const cJSON *appearance =
        cJSON_GetObjectItemCaseSensitive(facts, "appearance");
    const cJSON *clothing =
        cJSON_GetObjectItemCaseSensitive(appearance, "clothing");
    char index[24];
    snprintf(index, sizeof index, "%" PRIu64, look->index);
    const char *const parts[] = {"wardrobe", look->seed, index};
    struct rng r;
    rng_init(&r, parts, 3);
    for (int i = 0; i < 2; i++) {
        cJSON *worn = cJSON_GetObjectItemCaseSensitive(clothing, members[i]);
        const char *text = cJSON_GetStringValue(worn);
        const char *other =
            text != NULL ? draw(w, attributes[i], look, text, &r) : NULL;
        if (other == NULL)
            return "there are no other clothes for the person";
        if (cJSON_SetValuestring(worn, other) == NULL)
            return "the record does not fit into memory";
    }
    return NULL;
}

void wardrobe_release(struct wardrobe *w)
{
    tsv_release(&w->table);
}
