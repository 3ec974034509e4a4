#include "config.h"

#include "forms.h"

#include <stdlib.h>
#include <string.h>

#include "num.h"
#include "words.h"

enum slot {
    VALUE, CITY, DAY, MONTH, YEAR, AMOUNT, GROUPED, CURRENCY, CODE, CM,
    METRES, AREA, LINE, PIECES
};

static const char *const slots[] = {
    "value", "city", "day", "month", "year", "amount", "grouped", "currency",
    "code", "cm", "metres", "area", "line", NULL,
};

/* The pieces of one canonical text; those that need building are in `text`. */
struct pieces {
    struct template_value values[PIECES];
    char text[64];
};

static void set(struct pieces *p, enum slot slot, const char *text, size_t len)
{
    p->values[slot] = (struct template_value){text, len, ""};
}

static bool cut_date(const struct forms *f, const char *text, struct pieces *p)
{
    uint64_t day;
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return false;
    for (size_t i = 0; i < f->months.rows; i++) {
        if (strncmp(tsv_cell(&f->months, i, 0), text + 5, 2) != 0)
            continue;
        const char *name = tsv_cell(&f->months, i, 1);
        size_t skip = text[8] == '0' ? 9 : 8;
        set(p, YEAR, text, 4);
        set(p, MONTH, name, strlen(name));
        set(p, DAY, text + skip, 10 - skip);
        return num_parse(text + skip, 1, 31, &day);
    }
    return false;
}

/* "48000" as "48,000" into `out`; returns the length. */
static size_t group(const char *digits, size_t len, char *out)
{
    size_t at = 0;
    for (size_t i = 0; i < len; i++) {
        if (i > 0 && (len - i) % 3 == 0)
            out[at++] = ',';
        out[at++] = digits[i];
    }
    return at;
}

static bool cut_income(const struct forms *f, const char *text,
                       struct pieces *p)
{
    uint64_t amount;
    const char *code = strchr(text, ' ');
    size_t len = code != NULL ? (size_t)(code - text) : 0;
    if (len == 0 || !num_parse_bytes(text, len, 0, UINT64_MAX / 10, &amount))
        return false;
    for (size_t i = 0; i < f->currencies.rows; i++) {
        if (strcmp(tsv_cell(&f->currencies, i, 0), code + 1) != 0)
            continue;
        const char *plural = tsv_cell(&f->currencies, i, 1);
        set(p, AMOUNT, text, len);
        set(p, GROUPED, p->text, group(text, len, p->text));
        set(p, CURRENCY, plural, strlen(plural));
        set(p, CODE, code + 1, strlen(code + 1));
        return true;
    }
    return false;
}

static bool cut_height(const char *text, struct pieces *p)
{
    uint64_t cm;
    size_t len = strlen(text);
    if (!num_parse(text, 100, 299, &cm))
        return false;
    set(p, CM, text, len);
    p->text[0] = text[0];
    p->text[1] = '.';
    memcpy(p->text + 2, text + 1, 2);
    set(p, METRES, p->text, 4);
    return true;
}

static bool cut_place(const char *text, struct pieces *p)
{
    const char *comma = strchr(text, ',');
    if (comma == NULL)
        return false;
    set(p, CITY, text, (size_t)(comma - text));
    return true;
}

/* "+1 212 555 0123" */
static bool cut_phone(const char *text, struct pieces *p)
{
    if (strlen(text) != 15 || strncmp(text, "+1 ", 3) != 0)
        return false;
    set(p, AREA, text + 3, 3);
    set(p, LINE, text + 11, 4);
    return true;
}

static bool cut(const struct forms *f, enum fact fact, const char *text,
                struct pieces *p)
{
    set(p, VALUE, text, strlen(text));
    switch (fact) {
    case FACT_BIRTH_DATE:
        return cut_date(f, text, p);
    case FACT_INCOME:
        return cut_income(f, text, p);
    case FACT_HEIGHT:
        return cut_height(text, p);
    case FACT_BIRTH_PLACE:
    case FACT_RESIDENCE:
        return cut_place(text, p);
    case FACT_PHONE:
        return cut_phone(text, p);
    default:
        return false;
    }
}

static int add_form(struct forms *f, size_t row)
{
    enum fact fact = fact_parse(tsv_cell(&f->table, row, 0));
    const char *form = tsv_cell(&f->table, row, 1);
    if (fact == FACTS)
        return tsv_fail(&f->table, row, "no such fact");
    size_t *count = &f->count[fact];
    if (strcmp(form, *count == 0 ? "spoken" : "alias") != 0 ||
        *count == FORMS_LIMIT)
        return tsv_fail(&f->table, row,
                        "a fact has one spoken form, first, then aliases, "
                        "and at most %d",
                        FORMS_LIMIT);
    if (strlen(tsv_cell(&f->table, row, 2)) > FORMS_TEXT)
        return tsv_fail(&f->table, row, "a form has %d bytes at most",
                        FORMS_TEXT);
    struct template *t = &f->forms[fact][*count];
    if (template_compile(t, tsv_cell(&f->table, row, 2), slots) < 0)
        return tsv_fail(&f->table, row, "%s", t->reason);
    ++*count;
    return 0;
}

/* Dates need every month. */
static int check_months(const struct tsv *t)
{
    for (size_t row = 0; row < t->rows; row++) {
        const char *month = tsv_cell(t, row, 0), *name = tsv_cell(t, row, 1);
        uint64_t number;
        if (strlen(month) != 2 ||
            !num_parse(month + (month[0] == '0'), 1, FORMS_MONTHS, &number) ||
            number != row + 1)
            return tsv_fail(t, row, "months are 01 to %d, in this order",
                            FORMS_MONTHS);
        if (name[0] == '\0' || strlen(name) > FORMS_TEXT)
            return tsv_fail(t, row, "a month has a name of %d bytes at most",
                            FORMS_TEXT);
    }
    return 0;
}

static int check_currencies(const struct tsv *t)
{
    for (size_t row = 0; row < t->rows; row++) {
        const char *plural = tsv_cell(t, row, 1);
        if (strlen(tsv_cell(t, row, 0)) > FORMS_TEXT ||
            !words_at_most(tsv_cell(t, row, 0), 1))
            return tsv_fail(t, row, "a currency is one word of %d bytes at "
                                    "most",
                            FORMS_TEXT);
        if (plural[0] == '\0' || strlen(plural) > FORMS_TEXT)
            return tsv_fail(t, row, "a currency has a name of %d bytes at "
                                    "most",
                            FORMS_TEXT);
    }
    return 0;
}

/* Reads the tables that forms are made with. */
static int load_words(struct forms *f, const char *folder)
{
    int rc = tsv_read(&f->months, folder, "months.tsv", "month name");
    if (rc == 0)
        rc = tsv_check_rows(&f->months, FORMS_MONTHS, FORMS_MONTHS);
    if (rc == 0)
        rc = check_months(&f->months);
    if (rc == 0)
        rc = tsv_read(&f->currencies, folder, "currencies.tsv",
                      "currency plural");
    if (rc == 0)
        rc = tsv_check_rows(&f->currencies, 1, FORMS_CURRENCIES);
    if (rc == 0)
        rc = tsv_check_keys(&f->currencies, 1);
    return rc == 0 ? check_currencies(&f->currencies) : rc;
}

int forms_load(struct forms *f, const char *folder)
{
    *f = (struct forms){0};
    int rc = tsv_read(&f->table, folder, "forms.tsv", "fact form text");
    if (rc == 0)
        rc = tsv_check_rows(&f->table, 0, (size_t)FACTS * FORMS_LIMIT);
    if (rc == 0)
        rc = tsv_check_keys(&f->table, 5); /* a text once a fact */
    for (size_t row = 0; row < f->table.rows && rc == 0; row++)
        rc = add_form(f, row);
    return rc == 0 ? load_words(f, folder) : rc;
}

size_t forms_count(const struct forms *f, enum fact fact)
{
    return f->count[fact] > 0 ? f->count[fact] : 1;
}

void forms_render(const struct forms *f, enum fact fact, size_t form,
                  const char *text, struct buf *out)
{
    struct pieces pieces = {0};
    if (form < f->count[fact] && cut(f, fact, text, &pieces))
        template_render(&f->forms[fact][form], pieces.values, false, out);
    else
        buf_puts(out, text);
}

void forms_release(struct forms *f)
{
    for (int fact = 0; fact < FACTS; fact++)
        for (size_t i = 0; i < f->count[fact]; i++)
            template_release(&f->forms[fact][i]);
    tsv_release(&f->table);
    tsv_release(&f->months);
    tsv_release(&f->currencies);
}
