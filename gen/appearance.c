#include "config.h"

#include "appearance.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "json_write.h"
#include "num.h"

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

static int read_row(const struct tsv *tsv, size_t row,
                    struct appearance_row *out)
{
    uint64_t weight, min_age;
    if (!num_parse(tsv_cell(tsv, row, 2), 1, 100, &weight) ||
        !num_parse(tsv_cell(tsv, row, 4), 0, 200, &min_age))
        return tsv_fail(tsv, row, "weights are 1..100, least ages 0..200");
    *out = (struct appearance_row){.value = tsv_cell(tsv, row, 1),
                                   .weight = (unsigned)weight,
                                   .min_age = (unsigned)min_age,
                                   .presentation = tsv_cell(tsv, row, 3)[0]};
    return 0;
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

/* Finds the rows of a trait, which stand together, and makes its quota. */
static int load_trait(struct appearance_table *t, const struct tsv *tsv,
                      int trait, const char *seed)
{
    struct quota *quota = &t->quotas[trait];
    if (traits[trait].quota)
        quota_init(quota, seed, traits[trait].name);
    for (size_t row = 0; row < tsv->rows; row++) {
        if (strcmp(tsv_cell(tsv, row, 0), traits[trait].name) != 0)
            continue;
        if (t->count[trait]++ == 0)
            t->first[trait] = row;
        write_member(t, trait, &t->rows[row]);
        if (traits[trait].quota && quota_add(quota, t->rows[row].weight) < 0)
            return tsv_fail(tsv, row, "the weights add up to more than 100");
    }
    if (t->count[trait] == 0)
        return tsv_fail(tsv, 0, "the table lacks '%s'", traits[trait].name);
    return 0;
}

int appearance_load(struct appearance_table *t, const struct world *w,
                    const char *seed)
{
    const struct tsv *tsv = &w->appearance;
    *t = (struct appearance_table){0};
    t->rows = xcalloc(tsv->rows, sizeof *t->rows);
    for (size_t row = 0; row < tsv->rows; row++)
        if (read_row(tsv, row, &t->rows[row]) < 0)
            return -1;
    for (int trait = 0; trait < TRAITS; trait++)
        if (load_trait(t, tsv, trait, seed) < 0)
            return -1;
    return 0;
}

static bool fits(const struct appearance_row *row, const char *presentation,
                 int age)
{
    return age >= (int)row->min_age &&
           (row->presentation == 'a' || presentation[0] == 'a' ||
            row->presentation == presentation[0]);
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
    if (traits[trait].latest || total == 0)
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
