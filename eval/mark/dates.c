#include "config.h"

#include "mark/dates.h"

#define FIRST_YEAR 1000
#define LAST_YEAR 2999

static unsigned days_of(unsigned year, unsigned month)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30,
                                         31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

static bool is_date(struct date d)
{
    return d.month >= 1 && d.month <= 12 && d.day >= 1 &&
           d.day <= days_of(d.year, d.month);
}

static struct term term_at(struct lexer *l, unsigned at)
{
    const struct lexeme *x = lexer_at(l, at);
    return x->kind == LEXEME_WORD ? terms_of(l->terms, x->word)
                                  : (struct term){0};
}

static bool sign_at(struct lexer *l, unsigned at, char sign)
{
    const struct lexeme *x = lexer_at(l, at);
    return x->kind == LEXEME_SIGN && x->sign == sign;
}

/* A day's number with what may follow it: "11", "11th", "11.". Returns the
 * lexemes it takes, or 0. */
static unsigned read_day(struct lexer *l, unsigned at, unsigned *day)
{
    const struct lexeme *x = lexer_at(l, at);
    if (x->kind != LEXEME_DIGITS || x->digits > 2 || x->value == 0)
        return 0;
    *day = (unsigned)x->value;
    const struct lexeme *next = lexer_at(l, at + 1);
    bool ordinal = !next->apart &&
                   (term_at(l, at + 1).roles & TERM_ORDINAL) != 0;
    return 1 + (ordinal || sign_at(l, at + 1, '.'));
}

static unsigned read_month(struct lexer *l, unsigned at, unsigned *month)
{
    *month = term_at(l, at).month;
    return *month == 0 ? 0 : 1 + sign_at(l, at + 1, '.');
}

static unsigned read_year(struct lexer *l, unsigned at, unsigned *year)
{
    const struct lexeme *x = lexer_at(l, at);
    if (x->kind != LEXEME_DIGITS || x->digits != 4 || x->value < FIRST_YEAR ||
        x->value > LAST_YEAR)
        return 0;
    *year = (unsigned)x->value;
    return 1;
}

/* What may stand between: a comma or a hyphen, "of", an article. */
static unsigned between(struct lexer *l, unsigned at)
{
    unsigned count = 0;
    if (sign_at(l, at, ',') || sign_at(l, at, '-'))
        count++;
    if ((term_at(l, at + count).roles & TERM_OF) != 0)
        count++;
    if ((term_at(l, at + count).roles & TERM_ARTICLE) != 0)
        count++;
    return count;
}

enum { DAY, MONTH, YEAR, PARTS };

static unsigned part(struct lexer *l, unsigned at, unsigned which,
                     unsigned *value)
{
    switch (which) {
    case DAY:
        return read_day(l, at, value);
    case MONTH:
        return read_month(l, at, value);
    default:
        return read_year(l, at, value);
    }
}

/* A date with its parts in that order. */
static unsigned read_named(struct lexer *l, unsigned at,
                           const unsigned char order[PARTS], struct date *d)
{
    unsigned values[PARTS], used = 0;
    for (unsigned i = 0; i < PARTS; i++) {
        if (i > 0)
            used += between(l, at + used);
        unsigned taken = part(l, at + used, order[i], &values[order[i]]);
        if (taken == 0)
            return 0;
        used += taken;
    }
    *d = (struct date){values[YEAR], values[MONTH], values[DAY]};
    return is_date(*d) ? used : 0;
}

/* The number that is `at` lexemes ahead, of one or two digits, or 0. */
static unsigned small_at(struct lexer *l, unsigned at)
{
    const struct lexeme *x = lexer_at(l, at);
    return x->kind == LEXEME_DIGITS && x->digits <= 2 ? (unsigned)x->value : 0;
}

/* A date in numbers, its parts joined by one sign twice. */
static unsigned read_numbers(struct lexer *l, unsigned at, struct date dates[2],
                             unsigned *count)
{
    const struct lexeme *joint = lexer_at(l, at + 1);
    char sign = joint->sign;
    if (joint->kind != LEXEME_SIGN || !sign_at(l, at + 3, sign) ||
        (sign != '-' && sign != '/' && sign != '.'))
        return 0;
    for (unsigned i = 1; i < 5; i++)
        if (lexer_at(l, at + i)->apart)
            return 0;
    unsigned year, middle = small_at(l, at + 2);
    *count = 0;
    if (read_year(l, at, &year) != 0) {
        dates[(*count)++] = (struct date){year, middle, small_at(l, at + 4)};
    } else if (read_year(l, at + 4, &year) != 0) {
        unsigned first = small_at(l, at);
        dates[(*count)++] = (struct date){year, middle, first};
        if (first != middle)
            dates[(*count)++] = (struct date){year, first, middle};
    }
    if (*count == 2 && !is_date(dates[1]))
        *count = 1;
    if (*count == 2 && !is_date(dates[0])) {
        dates[0] = dates[1];
        *count = 1;
    }
    return *count > 0 && is_date(dates[0]) ? 5 : 0;
}

unsigned dates_read(struct lexer *l, unsigned at, struct date dates[2],
                    unsigned *count)
{
    static const unsigned char orders[][PARTS] = {
        {DAY, MONTH, YEAR}, {MONTH, DAY, YEAR}, {YEAR, MONTH, DAY}};
    for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++) {
        unsigned used = read_named(l, at, orders[i], &dates[0]);
        *count = 1;
        if (used != 0)
            return used;
    }
    return read_numbers(l, at, dates, count);
}
