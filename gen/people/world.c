#include "config.h"

#include "world.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "domains.h"
#include "folder_hash.h"
#include "world_tables.h"

/* Facts whose values are the first column of a table, with the articles in
 * column 1 where the table has them. */
static void load_values(struct world *w, enum fact fact, const struct tsv *t,
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
}

static void load_tables(struct world *w)
{
    load_values(w, FACT_BIRTH_PLACE, &w->cities, 0);
    load_values(w, FACT_RESIDENCE, &w->cities, 0);
    load_values(w, FACT_OCCUPATION, &w->occupations, 1);
    load_values(w, FACT_EMPLOYER, &w->employers, 1);
    load_values(w, FACT_EDUCATION, &w->schools, 0);
    load_values(w, FACT_HEALTH, &w->health, 1);
    load_values(w, FACT_FATHER, &w->parents, 1);
    load_values(w, FACT_MOTHER, &w->parents, 1);
    load_values(w, FACT_HOBBY, &w->hobbies, 0);
    load_values(w, FACT_PET, &w->pets, 1);
    load_values(w, FACT_FOOD, &w->foods, 0);
    load_values(w, FACT_PLACE, &w->places, 0);
}

/* Values that are made, not listed: each canonical text and its spoken form
 * go to w->texts, one behind the other; point_values() says where. */
static void make_value(struct world *w, enum fact fact, size_t at,
                       const char *text)
{
    struct world_value *value = &w->tables[fact].values[at];
    value->len = strlen(text);
    buf_add(&w->texts, text, value->len + 1);
    size_t start = w->texts.len;
    forms_render(&w->forms, fact, 0, text, &w->texts);
    value->spoken = (struct template_value){"", w->texts.len - start, ""};
}

/* Points the values of a fact into w->texts, which grows no more. Returns
 * where the next fact's begin. */
static const char *point_values(struct world_table *table, const char *at)
{
    for (size_t i = 0; i < table->count; i++) {
        struct world_value *value = &table->values[i];
        value->text = at;
        value->spoken.text = at + value->len + 1;
        at = value->spoken.text + value->spoken.len;
    }
    return at;
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
    if (domains_heights(w, &least, &most) < 0)
        return TSV_BAD;
    make_incomes(w);
    make_heights(w, least, most);
    const char *at = w->texts.data;
    at = point_values(&w->tables[FACT_INCOME], at);
    point_values(&w->tables[FACT_HEIGHT], at);
    return 0;
}

static int by_text(const void *a, const void *b)
{
    const struct world_value *const *x = a, *const *y = b;
    return strcmp((*x)->text, (*y)->text);
}

/* Lists the values of each fact by text, for world_find(). */
static void sort_values(struct world *w)
{
    for (int fact = 0; fact < FACTS; fact++) {
        struct world_table *table = &w->tables[fact];
        if (table->count == 0)
            continue;
        table->sorted = xcalloc(table->count, sizeof *table->sorted);
        for (size_t i = 0; i < table->count; i++)
            table->sorted[i] = &table->values[i];
        qsort(table->sorted, table->count, sizeof *table->sorted, by_text);
    }
}

int world_load(struct world *w, const char *folder)
{
    *w = (struct world){0};
    if (folder_hash(folder, w->hash) < 0)
        return TSV_UNREADABLE;
    int rc = names_load(&w->names, folder);
    if (rc == 0)
        rc = forms_load(&w->forms, folder);
    if (rc == 0)
        rc = world_tables_read(w, folder);
    if (rc < 0)
        return rc;
    load_tables(w);
    if (make_values(w) < 0)
        return TSV_BAD;
    sort_values(w);
    rc = conflicts_load(&w->conflicts, w, folder);
    return rc == 0 ? domains_make(w) : rc;
}

int world_find(const struct world *w, enum fact fact, const char *text)
{
    const struct world_table *t = &w->tables[fact];
    size_t low = 0, high = t->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(t->sorted[middle]->text, text);
        if (order == 0)
            return (int)(t->sorted[middle] - t->values);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
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
    domains_release(w);
    conflicts_release(&w->conflicts);
    world_tables_release(w);
    for (int fact = 0; fact < FACTS; fact++) {
        free(w->tables[fact].values);
        free(w->tables[fact].sorted);
    }
    free(w->city);
    buf_release(&w->texts);
    forms_release(&w->forms);
    names_release(&w->names);
}
