#include "config.h"

#include "mark/terms.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "datadir.h"
#include "num.h"

#define DECIMAL_PLACES 4
#define FACTOR_LIMIT ((uint64_t)1 << 50)

struct named_role {
    const char *name;
    uint16_t role;
};

static const struct named_role roles[] = {
    {"article", TERM_ARTICLE}, {"not", TERM_NOT},       {"but", TERM_BUT},
    {"label", TERM_LABEL},     {"filler", TERM_FILLER},
    {"verdict", TERM_VERDICT}, {"of", TERM_OF},         {"or", TERM_OR},
    {"to", TERM_TO},           {"ordinal", TERM_ORDINAL},
    {"between", TERM_BETWEEN},
};

static const char *const kinds[UNIT_KINDS] = {
    "measure", "foot", "prime", "inch", "second", "money", "times", "period",
};

/* The term of a word, which becomes known. */
static struct term *term(struct terms *t, const char *word, size_t len)
{
    uint32_t number = vocabulary_number(&t->words, word, len);
    if (number >= t->count) {
        t->list = xrealloc(t->list, t->words.cap, sizeof *t->list);
        memset(t->list + t->count, 0,
               (t->words.cap - t->count) * sizeof *t->list);
        t->count = t->words.cap;
    }
    return &t->list[number];
}

static int add_role(struct terms *t, const struct tsv *table, size_t row)
{
    const char *word = tsv_cell(table, row, 0), *role = tsv_cell(table, row, 1);
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
        if (strcmp(roles[i].name, role) == 0) {
            term(t, word, strlen(word))->roles |= roles[i].role;
            return 0;
        }
    return tsv_fail(table, row, "'%s' is no role of a word", role);
}

static int add_month(struct terms *t, const struct tsv *table, size_t row)
{
    const char *word = tsv_cell(table, row, 0);
    uint64_t month;
    if (!num_parse(tsv_cell(table, row, 1), 1, 12, &month))
        return tsv_fail(table, row, "'%s' is no month", word);
    term(t, word, strlen(word))->month = (uint16_t)month;
    return 0;
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Makes the pieces of a phrase known: its words, and its signs one by one. */
static void add_pieces(struct terms *t, const char *phrase)
{
    while (*phrase != '\0') {
        size_t len = 0;
        while (is_word(phrase[len]))
            len++;
        if (len == 0)
            for (len = 1; ((unsigned char)phrase[len] & 0xc0) == 0x80;)
                len++;
        if (*phrase != ' ')
            term(t, phrase, len)->roles |= TERM_UNIT;
        phrase += len;
    }
}

static int add_unit(struct terms *t, const struct tsv *table, size_t row)
{
    const char *words = tsv_cell(table, row, 0);
    struct unit *u = &t->units[row];
    u->name = tsv_cell(table, row, 2);
    u->kind = 0;
    while (u->kind < UNIT_KINDS && strcmp(kinds[u->kind],
                                          tsv_cell(table, row, 1)) != 0)
        u->kind++;
    if (u->kind == UNIT_KINDS)
        return tsv_fail(table, row, "'%s' is no kind of unit",
                        tsv_cell(table, row, 1));
    if (!num_parse_decimal(tsv_cell(table, row, 3), DECIMAL_PLACES,
                           FACTOR_LIMIT, &u->factor) || u->factor == 0)
        return tsv_fail(table, row, "the factor of '%s' is no number", words);
    add_pieces(t, words);
    term(t, words, strlen(words))->unit = (uint16_t)(row + 1);
    return 0;
}

/* Reads a table of two columns, row by row. */
static int read_words(struct terms *t, const char *folder, const char *name,
                      const char *columns, bool months)
{
    struct tsv table;
    int rc = tsv_read(&table, folder, name, columns);
    for (size_t row = 0; rc == 0 && row < table.rows; row++)
        rc = months ? add_month(t, &table, row) : add_role(t, &table, row);
    tsv_release(&table);
    return rc;
}

static int read_units(struct terms *t, const char *folder)
{
    int rc = tsv_read(&t->unit_table, folder, "units.tsv",
                      "words kind unit factor");
    if (rc == 0)
        rc = tsv_check_keys(&t->unit_table, 1);
    if (rc == 0)
        rc = tsv_check_rows(&t->unit_table, 1, TERMS_UNITS);
    if (rc != 0)
        return rc;
    t->units = xcalloc(t->unit_table.rows, sizeof *t->units);
    for (size_t row = 0; rc == 0 && row < t->unit_table.rows; row++)
        rc = add_unit(t, &t->unit_table, row);
    return rc;
}

int terms_open(struct terms *t)
{
    *t = (struct terms){0};
    char *folder = datadir_path("templates/marks");
    int rc = fold_open(&t->fold, folder);
    if (rc == 0)
        rc = read_words(t, folder, "words.tsv", "word role", false);
    if (rc == 0)
        rc = read_words(t, folder, "months.tsv", "word month", true);
    if (rc == 0)
        rc = read_units(t, folder);
    if (rc == 0)
        t->count = t->words.count;
    free(folder);
    return rc;
}

struct term terms_of(const struct terms *t, uint32_t word)
{
    return word < t->count ? t->list[word] : (struct term){0};
}

const struct unit *terms_unit(const struct terms *t, const char *phrase,
                              size_t len)
{
    uint16_t unit = terms_of(t, vocabulary_find(&t->words, phrase, len)).unit;
    return unit == 0 ? NULL : &t->units[unit - 1];
}

void terms_close(struct terms *t)
{
    vocabulary_release(&t->words);
    free(t->list);
    free(t->units);
    fold_close(&t->fold);
    tsv_release(&t->unit_table);
    *t = (struct terms){0};
}
