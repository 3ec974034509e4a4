#include "config.h"

#include "appearance.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "json_write.h"
#include "num.h"

static const struct {
    const char *name;
    bool quota;  /* keeps exact shares */
    bool number; /* written as a number */
    bool latest; /* not drawn: the last row that the age allows */
} traits[TRAITS] = {
    [TRAIT_AGE_BAND] = {"age_band", .latest = true},
    [TRAIT_SKIN_TONE] = {"skin_tone", .quota = true, .number = true},
    [TRAIT_HAIR_STYLE] = {"hair_style"},
    [TRAIT_HAIR_TEXTURE] = {"hair_texture", .quota = true},
    [TRAIT_HAIR_COLOUR] = {"hair_colour", .quota = true},
    [TRAIT_GREY] = {"grey", .number = true},
    [TRAIT_GLASSES] = {"glasses", .quota = true},
    [TRAIT_FACIAL_HAIR] = {"facial_hair"},
    [TRAIT_EYE_COLOUR] = {"eye_colour"},
    [TRAIT_BUILD] = {"build"},
    [TRAIT_FACE_SHAPE] = {"face_shape"},
    [TRAIT_EXPRESSION] = {"expression"},
    [TRAIT_CLOTHING] = {"clothing"},
    [TRAIT_CLOTHING_COLOUR] = {"clothing_colour"},
};

static int read_row(const struct tsv *tsv, size_t row,
                    struct appearance_row *out)
{
    uint64_t weight, min_age;
    if (!num_parse(tsv_cell(tsv, row, 2), 1, 100, &weight) ||
        !num_parse(tsv_cell(tsv, row, 4), 0, 200, &min_age))
        return tsv_fail(tsv, row, "weights are 1..100, least ages 0..200");
    *out = (struct appearance_row){tsv_cell(tsv, row, 1), (unsigned)weight,
                                   (unsigned)min_age,
                                   tsv_cell(tsv, row, 3)[0]};
    return 0;
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
static const char *draw_trait(const struct appearance_table *t, int trait,
                              const char *presentation, int age,
                              struct rng *r)
{
    const struct appearance_row *rows = t->rows + t->first[trait];
    const char *latest = rows[0].value;
    uint64_t total = 0;
    for (size_t i = 0; i < t->count[trait]; i++) {
        if (!fits(&rows[i], presentation, age))
            continue;
        total += rows[i].weight;
        latest = rows[i].value;
    }
    if (traits[trait].latest || total == 0)
        return latest;
    uint64_t at = rng_below(r, total);
    for (size_t i = 0;; i++) {
        if (!fits(&rows[i], presentation, age))
            continue;
        if (at < rows[i].weight)
            return rows[i].value;
        at -= rows[i].weight;
    }
}

void appearance_draw(const struct appearance_table *t, uint64_t index,
                     const char *presentation, int age, struct rng *r,
                     struct appearance *a)
{
    a->presentation = presentation;
    for (int trait = 0; trait < TRAITS; trait++) {
        if (traits[trait].quota)
            a->trait[trait] =
                t->rows[t->first[trait] +
                        quota_category(&t->quotas[trait], index, NULL)]
                    .value;
        else
            a->trait[trait] = draw_trait(t, trait, presentation, age, r);
    }
}

static void write_trait(const struct appearance *a, int trait,
                        const char *name, struct buf *out)
{
    json_write_name(out, name);
    if (traits[trait].number)
        buf_puts(out, a->trait[trait]);
    else
        json_write_text(out, a->trait[trait]);
}

void appearance_write(const struct appearance *a, struct buf *out)
{
    buf_putc(out, '{');
    write_trait(a, TRAIT_AGE_BAND, "age_band", out);
    json_write_member(out, "presentation", a->presentation);
    write_trait(a, TRAIT_SKIN_TONE, "skin_tone", out);
    json_write_name(out, "hair");
    buf_putc(out, '{');
    write_trait(a, TRAIT_HAIR_STYLE, "style", out);
    write_trait(a, TRAIT_HAIR_TEXTURE, "texture", out);
    write_trait(a, TRAIT_HAIR_COLOUR, "colour", out);
    write_trait(a, TRAIT_GREY, "grey", out);
    buf_putc(out, '}');
    for (int trait = TRAIT_GLASSES; trait <= TRAIT_EXPRESSION; trait++)
        write_trait(a, trait, traits[trait].name, out);
    json_write_name(out, "clothing");
    buf_putc(out, '{');
    write_trait(a, TRAIT_CLOTHING, "garment", out);
    write_trait(a, TRAIT_CLOTHING_COLOUR, "colour", out);
    buf_puts(out, "}}");
}

void appearance_release(struct appearance_table *t)
{
    free(t->rows);
    *t = (struct appearance_table){0};
}
