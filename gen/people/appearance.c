#include "config.h"

#include "appearance.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "json_write.h"
#include "num.h"
#include "record.h"

#define BAND "abcdefghijklmnopqrstuvwxyz0123456789_+-"

static const struct {
    const char *name;          /* in the table */
    const char *before, *after; /* what stands around the value in a record */
    bool quota;  /* keeps exact shares */
    bool number; /* written as a number */
    bool latest; /* not drawn: the last row that the age allows */
} traits[TRAITS] = {
    [TRAIT_AGE_BAND] = {"age_band", "{\"age_band\":", ",\"presentation\":",
                        .latest = true},
    [TRAIT_SKIN_TONE] = {"skin_tone", ",\"skin_tone\":", "", .quota = true,
                         .number = true},
    [TRAIT_HAIR_STYLE] = {"hair_style", ",\"hair\":{\"style\":", ""},
    [TRAIT_HAIR_TEXTURE] = {"hair_texture", ",\"texture\":", "",
                            .quota = true},
    [TRAIT_HAIR_COLOUR] = {"hair_colour", ",\"colour\":", "", .quota = true},
    [TRAIT_GREY] = {"grey", ",\"grey\":", "}", .number = true},
    [TRAIT_GLASSES] = {"glasses", ",\"glasses\":", "", .quota = true},
    [TRAIT_FACIAL_HAIR] = {"facial_hair", ",\"facial_hair\":", ""},
    [TRAIT_EYE_COLOUR] = {"eye_colour", ",\"eye_colour\":", ""},
    [TRAIT_BUILD] = {"build", ",\"build\":", ""},
    [TRAIT_FACE_SHAPE] = {"face_shape", ",\"face_shape\":", ""},
    [TRAIT_EXPRESSION] = {"expression", ",\"expression\":", ""},
    [TRAIT_CLOTHING] = {"clothing", ",\"clothing\":{\"garment\":", ""},
    [TRAIT_CLOTHING_COLOUR] = {"clothing_colour", ",\"colour\":", "}}"},
};

static bool fits(const struct appearance_row *row, const char *presentation,
                 int age)
{
    return age >= (int)row->min_age &&
           (row->presentation == 'a' || presentation[0] == 'a' ||
            row->presentation == presentation[0]);
}

/* True if the youngest of a presentation have a choice. */
static bool has_fit(const struct appearance_table *t, int trait,
                    const char *presentation)
{
    const struct appearance_row *row = t->rows + t->first[trait];
    for (size_t i = 0; i < t->count[trait]; i++)
        if (fits(&row[i], presentation, WORLD_AGE_MIN))
            return true;
    return false;
}

/* The trait of that name, or TRAITS. */
static int trait_of(const char *name)
{
    int trait = 0;
    while (trait < TRAITS && strcmp(traits[trait].name, name) != 0)
        trait++;
    return trait;
}

/* Why a value is not what a record may hold of the trait, or NULL. */
static const char *wrong_value(int trait, const char *value)
{
    uint64_t number;
    size_t len = strlen(value);
    switch (trait) {
    case TRAIT_SKIN_TONE:
        return num_parse(value, 1, APPEARANCE_TONES, &number)
                   ? NULL
                   : "skin tones are 1..10";
    case TRAIT_GREY:
        return num_parse(value, 0, APPEARANCE_GREY, &number)
                   ? NULL
                   : "grey is 0..10000";
    case TRAIT_AGE_BAND:
        return len <= RECORD_ID_LIMIT && value[strspn(value, BAND)] == '\0'
                   ? NULL
                   : "an age band is 1 to 96 of a-z, 0-9, _, + and -";
    default:
        return record_id_valid(value, len)
                   ? NULL
                   : "a look is 1 to 96 of a-z, 0-9 and _";
    }
}

/* Reads the cells behind the value. */
static const char *read_chances(const struct tsv *tsv, size_t row, int trait,
                                struct appearance_row *out)
{
    uint64_t weight, min_age;
    const char *presentation = tsv_cell(tsv, row, 3);
    if (!num_parse(tsv_cell(tsv, row, 2), 1, 100, &weight) ||
        !num_parse(tsv_cell(tsv, row, 4), 0, 200, &min_age))
        return "weights are 1..100, least ages 0..200";
    if (strcmp(presentation, "any") != 0 &&
        strcmp(presentation, "feminine") != 0 &&
        strcmp(presentation, "masculine") != 0)
        return "presentations are any, feminine and masculine";
    if (traits[trait].quota &&
        (presentation[0] != 'a' || min_age > WORLD_AGE_MIN))
        return "what is dealt by quota is open to all";
    out->weight = (unsigned)weight;
    out->min_age = (unsigned)min_age;
    out->presentation = presentation[0];
    return NULL;
}

/* Writes a row's member once, for all who will have it. */
static void write_member(struct appearance_table *t, int trait,
                         struct appearance_row *row)
{
    row->from = t->members.len;
    buf_puts(&t->members, traits[trait].before);
    if (traits[trait].number)
        buf_puts(&t->members, row->value);
    else
        json_write_text(&t->members, row->value);
    buf_puts(&t->members, traits[trait].after);
    row->len = t->members.len - row->from;
}

/* Reads a row into the trait that it belongs to. */
static int load_row(struct appearance_table *t, const struct tsv *tsv,
                    size_t at)
{
    struct appearance_row *row = &t->rows[at];
    int trait = trait_of(tsv_cell(tsv, at, 0));
    if (trait == TRAITS)
        return tsv_fail(tsv, at, "no such attribute: %s",
                        tsv_cell(tsv, at, 0));
    row->value = tsv_cell(tsv, at, 1);
    const char *wrong = wrong_value(trait, row->value);
    if (wrong == NULL)
        wrong = read_chances(tsv, at, trait, row);
    if (t->count[trait] == 0)
        t->first[trait] = at;
    if (wrong == NULL && t->first[trait] + t->count[trait]++ != at)
        wrong = "the rows of an attribute must stand together";
    if (wrong == NULL && traits[trait].quota &&
        quota_add(&t->quotas[trait], row->weight) < 0)
        wrong = "the weights add up to more than 100";
    if (wrong != NULL)
        return tsv_fail(tsv, at, "%s", wrong);
    write_member(t, trait, row);
    return 0;
}

int appearance_load(struct appearance_table *t, const struct world *w,
                    const char *seed)
{
    static const char *const presentations[] = {"feminine", "masculine"};
    const struct tsv *tsv = &w->appearance;
    *t = (struct appearance_table){0};
    t->rows = xcalloc(tsv->rows, sizeof *t->rows);
    for (int trait = 0; trait < TRAITS; trait++)
        if (traits[trait].quota)
            quota_init(&t->quotas[trait], seed, traits[trait].name);
    for (size_t row = 0; row < tsv->rows; row++)
        if (load_row(t, tsv, row) < 0)
            return -1;
    for (int trait = 0; trait < TRAITS; trait++)
        for (int i = 0; i < 2; i++)
            if (!has_fit(t, trait, presentations[i]))
                return tsv_fail(tsv, 0, "no '%s' for %s looks at %d",
                                traits[trait].name, presentations[i],
                                WORLD_AGE_MIN);
    return 0;
}

/* One of the rows that fit, by weight; of age bands the last. */
static const struct appearance_row *draw_trait(
    const struct appearance_table *t, int trait, const char *presentation,
    int age, struct rng *r)
{
    const struct appearance_row *row = t->rows + t->first[trait];
    const struct appearance_row *end = row + t->count[trait], *latest = row;
    uint64_t total = 0;
    for (const struct appearance_row *at = row; at < end; at++) {
        if (!fits(at, presentation, age))
            continue;
        total += at->weight;
        latest = at;
    }
    if (traits[trait].latest)
        return latest;
    for (uint64_t left = rng_below(r, total);; row++) {
        if (!fits(row, presentation, age))
            continue;
        if (left < row->weight)
            return row;
        left -= row->weight;
    }
}

void appearance_draw(struct appearance_table *t, uint64_t index,
                     const char *presentation, int age, struct rng *r,
                     struct appearance *a)
{
    a->presentation = presentation;
    for (int trait = 0; trait < TRAITS; trait++) {
        if (traits[trait].quota)
            a->trait[trait] =
                &t->rows[t->first[trait] +
                         quota_category(&t->quotas[trait], index, NULL)];
        else
            a->trait[trait] = draw_trait(t, trait, presentation, age, r);
    }
}

void appearance_write(const struct appearance_table *t,
                      const struct appearance *a, struct buf *out)
{
    for (int trait = 0; trait < TRAITS; trait++) {
        const struct appearance_row *row = a->trait[trait];
        buf_add(out, t->members.data + row->from, row->len);
        if (trait == TRAIT_AGE_BAND)
            json_write_text(out, a->presentation);
    }
}

void appearance_release(struct appearance_table *t)
{
    free(t->rows);
    buf_release(&t->members);
    *t = (struct appearance_table){0};
}
