#include "config.h"

#include "mark/amounts.h"

#include <string.h>

#define VALUE_LIMIT ((uint64_t)1 << 62)
#define GROUP 3        /* digits between two separators */
#define PHRASE_BYTES 96

static bool sign_at(struct lexer *l, unsigned at, char sign)
{
    const struct lexeme *x = lexer_at(l, at);
    return x->kind == LEXEME_SIGN && x->sign == sign;
}

/* Appends a lexeme to a phrase; false if it is unknown, or too long. */
static bool add_piece(const struct lexer *l, const struct lexeme *x,
                      char phrase[PHRASE_BYTES], size_t *len)
{
    if (x->word == VOCABULARY_NONE ||
        (x->kind != LEXEME_WORD && x->kind != LEXEME_SIGN))
        return false;
    const struct vocabulary *v = &l->terms->words;
    const struct vocabulary_entry *e = &v->entries[x->word];
    if (*len + 1 + e->len > PHRASE_BYTES)
        return false;
    if (*len > 0 && x->apart)
        phrase[(*len)++] = ' ';
    memcpy(phrase + *len, v->text.data + e->start, e->len);
    *len += e->len;
    return true;
}

/* The longest name of a unit that begins there. Returns its lexemes, or 0. */
static unsigned read_unit(struct lexer *l, unsigned at, const struct unit **u)
{
    char phrase[PHRASE_BYTES];
    size_t len = 0;
    unsigned used = 0;
    for (unsigned i = 0; i < TERMS_PHRASE; i++) {
        if (!add_piece(l, lexer_at(l, at + i), phrase, &len))
            break;
        const struct unit *found = terms_unit(l->terms, phrase, len);
        if (found != NULL) {
            *u = found;
            used = i + 1;
        }
    }
    return used;
}

/* Whether a group of three digits follows the separator at `at`; 0 stands for
 * a blank. */
static bool group_at(struct lexer *l, unsigned at, char separator)
{
    unsigned digits = at;
    if (separator != '\0') {
        if (!sign_at(l, at, separator) || lexer_at(l, at)->apart)
            return false;
        digits++;
    }
    const struct lexeme *x = lexer_at(l, digits);
    return x->kind == LEXEME_DIGITS && x->digits == GROUP && !x->line &&
           x->apart == (separator == '\0');
}

/* Digits behind a point or comma. Returns the lexemes that they take. */
static unsigned read_decimals(struct lexer *l, unsigned at, char separator,
                              uint64_t *value)
{
    const struct lexeme *x = lexer_at(l, at + 1);
    if (!sign_at(l, at, separator) || lexer_at(l, at)->apart ||
        x->kind != LEXEME_DIGITS || x->apart || x->digits > 4 ||
        (separator == ',' && x->digits > 2))
        return 0;
    uint64_t decimals = x->value;
    for (unsigned i = x->digits; i < 4; i++)
        decimals *= 10;
    *value += decimals;
    return 2;
}

/* A number without its unit. *pointed: it was one point with three digits
 * behind it. Returns the lexemes it takes, or 0. */
static unsigned read_number(struct lexer *l, unsigned at, struct amount *a,
                            bool *pointed)
{
    static const char separators[] = {',', '.', '\'', '\0'};
    const struct lexeme *x = lexer_at(l, at);
    *pointed = false;
    if (x->kind != LEXEME_DIGITS)
        return 0;
    *a = (struct amount){.value = x->value};
    unsigned used = 1, groups = 0;
    size_t s = 0;
    while (s < sizeof separators && !group_at(l, at + 1, separators[s]))
        s++;
    if (x->digits <= GROUP && x->value != 0 && s < sizeof separators)
        while (groups < 4 && group_at(l, at + used, separators[s])) {
            used += separators[s] == '\0' ? 1 : 2;
            a->value = a->value * 1000 + lexer_at(l, at + used - 1)->value;
            groups++;
        }
    a->value *= TERMS_DECIMALS;
    unsigned more = 0;
    if (groups == 0 || separators[s] != '.')
        more = read_decimals(l, at + used, '.', &a->value);
    if (more == 0)
        more = read_decimals(l, at + used, ',', &a->value);
    *pointed = groups == 1 && separators[s] == '.' && more == 0;
    if (groups == 0 && more == 0 && x->digits > 1 &&
        l->text[x->from] == '0')
        a->digits = x->digits;
    return used + more;
}

/* Times a factor in parts of TERMS_DECIMALS; false beyond the limit. */
static bool multiply(struct amount *a, const struct unit *by)
{
    unsigned __int128 product = (unsigned __int128)a->value * by->factor;
    product = (product + TERMS_DECIMALS / 2) / TERMS_DECIMALS;
    if (product > VALUE_LIMIT)
        return false;
    a->value = (uint64_t)product;
    a->digits = 0;
    return true;
}

/* Inches behind feet: "11 in", "11\"", "and 11 inches", "11" alone below 12. */
static unsigned read_inches(struct lexer *l, unsigned at, struct amount *feet,
                            bool needed)
{
    struct amount inches;
    bool pointed;
    const struct unit *unit = NULL;
    const struct lexeme *x = lexer_at(l, at);
    bool hyphen = sign_at(l, at, '-') && !x->apart;
    unsigned used = hyphen || sign_at(l, at, ',');
    if (x->kind == LEXEME_WORD &&
        (terms_of(l->terms, x->word).roles & TERM_OR) != 0)
        used = 1;
    unsigned taken = read_number(l, at + used, &inches, &pointed);
    if (taken == 0 || pointed || inches.value >= 12 * TERMS_DECIMALS)
        return 0;
    unsigned named = read_unit(l, at + used + taken, &unit);
    bool inch = named > 0 && (unit->kind == UNIT_INCH ||
                              unit->kind == UNIT_SECOND);
    bool bare = named == 0 && (used == 0 || hyphen) && !(x->apart && needed);
    if (!inch && !bare)
        return 0;
    feet->value += inches.value * 254 / 100;
    return used + taken + (inch ? named : 0);
}

/* Makes feet or inches of a number; returns the lexemes behind the unit that
 * belong to it, or -1 if it is no such measure. */
static int take_imperial(struct lexer *l, unsigned at, struct amount *a,
                         const struct unit *unit)
{
    if (unit->kind == UNIT_SECOND || !multiply(a, unit))
        return -1;
    unsigned more = 0;
    if (unit->kind != UNIT_INCH)
        more = read_inches(l, at, a, unit->kind == UNIT_PRIME);
    if (unit->kind == UNIT_PRIME && more == 0)
        return -1;
    a->unit = unit;
    a->imperial = true;
    return (int)more;
}

static unsigned read_period(struct lexer *l, unsigned at, struct amount *a)
{
    const struct unit *unit = NULL;
    unsigned used = read_unit(l, at, &unit);
    if (used == 0 || unit->kind != UNIT_PERIOD)
        return 0;
    if (strcmp(unit->name, "year") != 0)
        a->period = unit;
    return used;
}

/* A word like "thousand" behind a number. Returns its lexemes. */
static unsigned read_times(struct lexer *l, unsigned at, struct amount *a,
                           bool *pointed)
{
    const struct unit *unit = NULL;
    unsigned used = read_unit(l, at, &unit);
    if (used == 0 || unit->kind != UNIT_TIMES)
        return 0;
    if (*pointed)
        a->value /= 1000;
    *pointed = false;
    return multiply(a, unit) ? used : 0;
}

/* A unit behind a number, which a hyphen may tie to it. */
static unsigned read_tied(struct lexer *l, unsigned at,
                          const struct unit **unit)
{
    unsigned hyphen = sign_at(l, at, '-') && !lexer_at(l, at)->apart &&
                      lexer_at(l, at + 1)->kind == LEXEME_WORD;
    unsigned used = read_unit(l, at + hyphen, unit);
    return used == 0 ? 0 : used + hyphen;
}

/* What is behind a sum of money: its currency, which is `unit` with `named`
 * lexemes if it is the same that came before it, and the period. */
static unsigned take_money(struct lexer *l, unsigned at, struct amount *a,
                           const struct unit *unit, unsigned named)
{
    unsigned used = 0;
    if (named > 0 && strcmp(unit->name, a->unit->name) == 0)
        used = named;
    return used + read_period(l, at + used, a);
}

/* Makes a measure of a number, `at` being behind its unit. Returns the lexemes
 * from the unit on, or 0 if it is no unit of measure. */
static unsigned take_measure(struct lexer *l, unsigned at, struct amount *a,
                             const struct unit *unit, unsigned named)
{
    if (unit->kind == UNIT_MEASURE && multiply(a, unit)) {
        a->unit = unit;
        return named;
    }
    if (unit->kind < UNIT_FOOT || unit->kind > UNIT_SECOND)
        return 0;
    struct amount feet = *a;
    int more = take_imperial(l, at, &feet, unit);
    if (more < 0)
        return 0;
    *a = feet;
    return named + (unsigned)more;
}

/* The unit behind a number, and what is behind that. `money` came before it,
 * or is NULL. Returns the lexemes that they take. */
static unsigned read_behind(struct lexer *l, unsigned at, struct amount *a,
                            const struct unit *money, bool pointed)
{
    const struct unit *unit = NULL;
    unsigned used = read_times(l, at, a, &pointed);
    unsigned named = read_tied(l, at + used, &unit);
    bool sum = named > 0 && unit->kind == UNIT_MONEY;
    if (sum && money == NULL)
        money = unit;
    if (pointed && money == NULL)
        a->value /= 1000;
    if (money != NULL) {
        a->unit = money;
        return used + take_money(l, at + used, a, unit, sum ? named : 0);
    }
    if (named > 0)
        used += take_measure(l, at + used + named, a, unit, named);
    return used;
}

unsigned amounts_read(struct lexer *l, unsigned at, struct amount *a)
{
    const struct unit *money = NULL;
    unsigned before = 0;
    if (lexer_at(l, at)->kind != LEXEME_DIGITS) {
        before = read_unit(l, at, &money);
        if (before == 0 || money->kind != UNIT_MONEY)
            return 0;
    }
    bool pointed;
    unsigned used = read_number(l, at + before, a, &pointed);
    if (used == 0)
        return 0;
    if (pointed)
        a->digits = 0;
    return before + used +
           read_behind(l, at + before + used, a, money, pointed);
}

unsigned amounts_joint(struct lexer *l, unsigned at, bool *range)
{
    const struct lexeme *x = lexer_at(l, at);
    struct term t = x->kind == LEXEME_WORD ? terms_of(l->terms, x->word)
                                           : (struct term){0};
    *range = sign_at(l, at, '-') || (t.roles & TERM_TO) != 0;
    return *range || (t.roles & TERM_OR) != 0;
}

void amounts_write(const struct amount *a, struct buf *out)
{
    if (a->digits > 0) {
        buf_printf(out, "%0*llu", (int)a->digits,
                   (unsigned long long)(a->value / TERMS_DECIMALS));
        return;
    }
    buf_put_u64(out, a->value / TERMS_DECIMALS);
    unsigned decimals = (unsigned)(a->value % TERMS_DECIMALS);
    if (decimals != 0) {
        buf_printf(out, ".%04u", decimals);
        while (out->data[out->len - 1] == '0')
            out->len--;
    }
    if (a->unit != NULL) {
        buf_putc(out, ' ');
        buf_puts(out, a->unit->name);
    }
    if (a->imperial)
        buf_puts(out, " or so");
    if (a->period != NULL) {
        buf_puts(out, " a ");
        buf_puts(out, a->period->name);
    }
}
