#include "config.h"

#include "world.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "domains.h"
#include "folder_hash.h"

/* Facts whose values are the first column of a table, with the articles in
 * column 1 where the table has them. */
static int load_values(struct world *w, enum fact fact, const struct tsv *t,
                       int article)
{
    struct world_table *table = &w->tables[fact];
    table->count = t->rows;
    table->values = xcalloc(t->rows, sizeof *table->values);
    for (size_t row = 0; row < t->rows; row++) {
        const char *text = tsv_cell(t, row, 0);
        const char *a = article > 0 ? tsv_cell(t, row, (size_t)article) : "";
        table->values[row].text = text;
        table->values[row].len = strlen(text);
        table->values[row].spoken =
            (struct template_value){text, strlen(text), a};
    }
    return t->rows > 0 ? 0 : tsv_fail(t, 0, "the table is empty");
}

static int read_tables(struct world *w, const char *folder)
{
    const struct {
        struct tsv *table;
        const char *name, *columns;
    } list[] = {
        {&w->genders, "genders.tsv",
         "gender weight presentation given least_cm most_cm verb they them "
         "their theirs themself"},
        {&w->countries, "countries.tsv", "country region currency"},
        {&w->cities, "cities.tsv", "value country traditions"},
        {&w->schools, "schools.tsv", "value level min_age"},
        {&w->occupations, "occupations.tsv",
         "value article min_age max_age education band"},
        {&w->employers, "employers.tsv", "value article"},
        {&w->incomes, "income.tsv", "amount bands min_age"},
        {&w->health, "health.tsv", "value article min_age max_age"},
        {&w->parents, "parents.tsv", "value article"},
        {&w->hobbies, "hobbies.tsv", "value"},
        {&w->pets, "pets.tsv", "value article"},
        {&w->foods, "foods.tsv", "value"},
        {&w->places, "places.tsv", "value"},
        {&w->mailwords, "mailwords.tsv", "word"},
        {&w->appearance, "appearance.tsv",
         "attribute value weight presentation min_age"},
        {&w->biography, "biography.tsv", "kind key text"},
    };
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
        if (tsv_read(list[i].table, folder, list[i].name, list[i].columns) < 0)
            return -1;
    return 0;
}

/* Values that are made, not listed: each canonical text and its spoken form
 * are kept in w->texts, which is grown once before anything points into it. */
static void make_value(struct world *w, enum fact fact, size_t at,
                       const char *text)
{
    struct buf spoken = BUF_EMPTY;
    struct world_value *value = &w->tables[fact].values[at];
    forms_render(&w->forms, fact, 0, text, &spoken);
    value->text = w->texts.data + w->texts.len;
    value->len = strlen(text);
    buf_add(&w->texts, text, value->len + 1);
    value->spoken.text = w->texts.data + w->texts.len;
    value->spoken.len = spoken.len;
    value->spoken.article = "";
    buf_add(&w->texts, spoken.data, spoken.len);
    buf_release(&spoken);
}

/* Incomes: every amount in every currency, currency by currency. */
static void make_incomes(struct world *w)
{
    const struct tsv *codes = &w->forms.currencies;
    struct world_table *table = &w->tables[FACT_INCOME];
    struct buf text = BUF_EMPTY;
    table->count = codes->rows * w->incomes.rows;
    table->values = xcalloc(table->count, sizeof *table->values);
    for (size_t i = 0; i < table->count; i++) {
        buf_clear(&text);
        buf_puts(&text, tsv_cell(&w->incomes, i % w->incomes.rows, 0));
        buf_putc(&text, ' ');
        buf_puts(&text, tsv_cell(codes, i / w->incomes.rows, 0));
        make_value(w, FACT_INCOME, i, buf_string(&text));
    }
    buf_release(&text);
}

static void make_heights(struct world *w, unsigned least, unsigned most)
{
    struct world_table *table = &w->tables[FACT_HEIGHT];
    struct buf text = BUF_EMPTY;
    table->count = most - least + 1;
    table->values = xcalloc(table->count, sizeof *table->values);
    for (size_t i = 0; i < table->count; i++) {
        buf_clear(&text);
        buf_put_u64(&text, least + i);
        make_value(w, FACT_HEIGHT, i, buf_string(&text));
    }
    buf_release(&text);
}

static int make_values(struct world *w)
{
    unsigned least, most;
    if (w->forms.currencies.rows > WORLD_CURRENCIES ||
        w->genders.rows > WORLD_GENDERS)
        return tsv_fail(&w->genders, 0, "too many genders or currencies");
    if (domains_heights(w, &least, &most) < 0)
        return -1;
    buf_reserve(&w->texts,
                64 * (w->forms.currencies.rows * w->incomes.rows + 300));
    make_incomes(w);
    make_heights(w, least, most);
    return 0;
}

int world_load(struct world *w, const char *folder)
{
    *w = (struct world){0};
    if (folder_hash(folder, w->hash) < 0 ||
        names_load(&w->names, folder) < 0 ||
        forms_load(&w->forms, folder) < 0 || read_tables(w, folder) < 0)
        return -1;
    if (load_values(w, FACT_BIRTH_PLACE, &w->cities, 0) < 0 ||
        load_values(w, FACT_RESIDENCE, &w->cities, 0) < 0 ||
        load_values(w, FACT_OCCUPATION, &w->occupations, 1) < 0 ||
        load_values(w, FACT_EMPLOYER, &w->employers, 1) < 0 ||
        load_values(w, FACT_EDUCATION, &w->schools, 0) < 0 ||
        load_values(w, FACT_HEALTH, &w->health, 1) < 0 ||
        load_values(w, FACT_FATHER, &w->parents, 1) < 0 ||
        load_values(w, FACT_MOTHER, &w->parents, 1) < 0 ||
        load_values(w, FACT_HOBBY, &w->hobbies, 0) < 0 ||
        load_values(w, FACT_PET, &w->pets, 1) < 0 ||
        load_values(w, FACT_FOOD, &w->foods, 0) < 0 ||
        load_values(w, FACT_PLACE, &w->places, 0) < 0 || make_values(w) < 0)
        return -1;
    if (conflicts_load(&w->conflicts, w, folder) < 0)
        return -1;
    return domains_make(w);
}

int world_find(const struct world *w, enum fact fact, const char *text)
{
    const struct world_table *t = &w->tables[fact];
    for (size_t i = 0; i < t->count; i++)
        if (strcmp(t->values[i].text, text) == 0)
            return (int)i;
    return -1;
}

int world_school_level(const struct world *w, int school)
{
    return tsv_cell(&w->schools, (size_t)school, 1)[0] - '1';
}

int world_occupation_band(const struct world *w, int occupation)
{
    return domains_band(tsv_cell(&w->occupations, (size_t)occupation, 5));
}

int world_gender(const struct world *w, const char *name)
{
    for (size_t i = 0; i < w->genders.rows; i++)
        if (strcmp(tsv_cell(&w->genders, i, GENDER_NAME), name) == 0)
            return (int)i;
    return -1;
}

void world_release(struct world *w)
{
    struct tsv *tables[] = {&w->genders, &w->countries, &w->cities,
                            &w->schools, &w->occupations, &w->employers,
                            &w->incomes, &w->health, &w->parents,
                            &w->hobbies, &w->pets, &w->foods, &w->places,
                            &w->mailwords,
                            &w->appearance, &w->biography};
    domains_release(w);
    conflicts_release(&w->conflicts);
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
        tsv_release(tables[i]);
    for (int fact = 0; fact < FACTS; fact++)
        free(w->tables[fact].values);
    free(w->city);
    buf_release(&w->texts);
    forms_release(&w->forms);
    names_release(&w->names);
}
