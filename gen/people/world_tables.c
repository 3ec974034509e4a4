#include "config.h"

#include "world_tables.h"

#include <stdbool.h>
#include <string.h>

#include "num.h"
#include "record.h"
#include "record_limits.h"
#include "words.h"
#include "world.h"

#define LETTERS "abcdefghijklmnopqrstuvwxyz"

/* The columns that no two rows may have the same cells in (tsv.h). */
enum keys { KEY_NONE = 0, KEY_FIRST = 1, KEY_FIRST_TWO = 3 };

/* What may stand in the first columns. */
enum cells { ANY, VALUES, VALUES_WITH_ARTICLES };

/* One table of the world. */
struct sheet {
    struct tsv *table;   /* borrowed */
    const char *name;    /* of the file */
    const char *columns; /* blank-separated */
    size_t most;         /* rows */
    enum keys keys;
    enum cells cells;
};

static bool one_of(const char *text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strcmp(*words, text) == 0)
            return true;
    return false;
}

/* Values as a record may hold them, and their articles. */
static int check_values(const struct tsv *t, bool articles)
{
    static const char *const known[] = {"", "a", "an", NULL};
    for (size_t row = 0; row < t->rows; row++) {
        const char *value = tsv_cell(t, row, 0);
        if (strlen(value) > WORLD_TEXT)
            return tsv_fail(t, row, "a value has %d bytes at most",
                            WORLD_TEXT);
        if (!words_at_most(value, RECORD_WORDS_LIMIT))
            return tsv_fail(t, row, "'%s' is not one to %d words with one "
                                    "blank between them",
                            value, RECORD_WORDS_LIMIT);
        if (articles && !one_of(tsv_cell(t, row, 1), known))
            return tsv_fail(t, row, "articles are a, an and -");
    }
    return 0;
}

/* Why a gender's row cannot be used, or NULL. */
static const char *wrong_gender(const struct tsv *t, size_t row,
                                uint64_t *weight)
{
    static const char *const presentations[] = {"feminine", "masculine",
                                                "androgynous", NULL};
    static const char *const lists[] = {"f", "m", "fm", NULL};
    static const char *const verbs[] = {"singular", "plural", NULL};
    const char *name = tsv_cell(t, row, GENDER_NAME);
    if (!record_id_valid(name, strlen(name)))
        return "a gender is 1 to 96 of a-z, 0-9 and _";
    if (!num_parse(tsv_cell(t, row, GENDER_WEIGHT), 1, 100, weight))
        return "weights are 1..100";
    if (!one_of(tsv_cell(t, row, GENDER_PRESENTATION), presentations))
        return "presentations are feminine, masculine and androgynous";
    if (!one_of(tsv_cell(t, row, GENDER_GIVEN), lists))
        return "lists of given names are f, m and fm";
    if (!one_of(tsv_cell(t, row, GENDER_VERB), verbs))
        return "verbs are singular or plural";
    for (size_t i = GENDER_THEY; i <= GENDER_THEMSELF; i++)
        if (!words_at_most(tsv_cell(t, row, i), 1))
            return "a pronoun is one word";
    return NULL;
}

static int check_genders(const struct tsv *t)
{
    uint64_t weight = 0, sum = 0;
    for (size_t row = 0; row < t->rows; row++) {
        const char *wrong = wrong_gender(t, row, &weight);
        sum += weight;
        if (wrong == NULL && sum > 100)
            wrong = "weights are 100 in all at most";
        if (wrong != NULL)
            return tsv_fail(t, row, "%s", wrong);
    }
    return 0;
}

/* Digits follow a mail word, and nothing else may stand before them. */
static int check_mailwords(const struct tsv *t)
{
    for (size_t row = 0; row < t->rows; row++) {
        const char *word = tsv_cell(t, row, 0);
        size_t len = strspn(word, LETTERS);
        if (len == 0 || len > RECORD_ID_LIMIT || word[len] != '\0')
            return tsv_fail(t, row, "a mail word is 1 to %d of a-z",
                            RECORD_ID_LIMIT);
    }
    return 0;
}

static int read_sheet(const struct sheet *sheet, const char *folder)
{
    struct tsv *t = sheet->table;
    int rc = tsv_read(t, folder, sheet->name, sheet->columns);
    if (rc == 0)
        rc = tsv_check_rows(t, 1, sheet->most);
    if (rc == 0 && sheet->keys != KEY_NONE)
        rc = tsv_check_keys(t, sheet->keys);
    if (rc == 0 && sheet->cells != ANY)
        rc = check_values(t, sheet->cells == VALUES_WITH_ARTICLES);
    return rc;
}

int world_tables_read(struct world *w, const char *folder)
{
    const struct sheet sheets[] = {
        {&w->genders, "genders.tsv",
         "gender weight presentation given least_cm most_cm verb they them "
         "their theirs themself",
         WORLD_GENDERS, KEY_FIRST, ANY},
        {&w->countries, "countries.tsv",
         "country region currency", WORLD_COUNTRIES, KEY_FIRST, ANY},
        {&w->cities, "cities.tsv", "value country traditions",
         WORLD_VALUES, KEY_FIRST, VALUES},
        {&w->schools, "schools.tsv", "value level min_age",
         WORLD_VALUES, KEY_FIRST, VALUES},
        {&w->occupations, "occupations.tsv",
         "value article min_age max_age education band", WORLD_VALUES,
         KEY_FIRST, VALUES_WITH_ARTICLES},
        {&w->employers, "employers.tsv", "value article",
         WORLD_VALUES, KEY_FIRST, VALUES_WITH_ARTICLES},
        {&w->incomes, "income.tsv", "amount bands min_age",
         WORLD_VALUES, KEY_FIRST, ANY},
        {&w->health, "health.tsv",
         "value article min_age max_age", WORLD_VALUES, KEY_FIRST,
         VALUES_WITH_ARTICLES},
        {&w->parents, "parents.tsv", "value article",
         WORLD_VALUES, KEY_FIRST, VALUES_WITH_ARTICLES},
        {&w->hobbies, "hobbies.tsv", "value", WORLD_VALUES,
         KEY_FIRST, VALUES},
        {&w->pets, "pets.tsv", "value article", WORLD_VALUES,
         KEY_FIRST, VALUES_WITH_ARTICLES},
        {&w->foods, "foods.tsv", "value", WORLD_VALUES,
         KEY_FIRST, VALUES},
        {&w->places, "places.tsv", "value", WORLD_VALUES,
         KEY_FIRST, VALUES},
        {&w->mailwords, "mailwords.tsv", "word", WORLD_VALUES,
         KEY_FIRST, ANY},
        {&w->appearance, "appearance.tsv",
         "attribute value weight presentation min_age", WORLD_LOOKS,
         KEY_FIRST_TWO, ANY},
        {&w->biography, "biography.tsv", "kind key text",
         WORLD_SENTENCES, KEY_NONE, ANY},
    };
    int rc = 0;
    for (size_t i = 0; i < sizeof sheets / sizeof sheets[0] && rc == 0; i++)
        rc = read_sheet(&sheets[i], folder);
    if (rc == 0)
        rc = check_genders(&w->genders);
    return rc == 0 ? check_mailwords(&w->mailwords) : rc;
}

void world_tables_release(struct world *w)
{
    struct tsv *tables[] = {&w->genders, &w->countries, &w->cities,
                            &w->schools, &w->occupations, &w->employers,
                            &w->incomes, &w->health, &w->parents,
                            &w->hobbies, &w->pets, &w->foods, &w->places,
                            &w->mailwords, &w->appearance, &w->biography};
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
        tsv_release(tables[i]);
}
