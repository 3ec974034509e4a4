#include "config.h"

#include "mark/items.h"

#include <stdio.h>
#include <string.h>

#include "mark/amounts.h"
#include "mark/dates.h"
#include "mark/phones.h"

static uint32_t number_of(const struct items *in, const char *text, size_t len)
{
    return in->learned != NULL
               ? vocabulary_number(in->learned, text, len)
               : vocabulary_find(&in->lexer.terms->words, text, len);
}

/* Makes a quantity of its normal form in in->text. */
static void set_text(struct items *in, struct item *item)
{
    size_t len = in->text.len < ITEMS_TEXT ? in->text.len : ITEMS_TEXT - 1;
    memcpy(item->text, in->text.data, len);
    item->text[len] = '\0';
    item->kind = ITEM_QUANTITY;
    item->word = number_of(in, item->text, len);
}

static uint32_t write_date(struct items *in, struct date d)
{
    char text[ITEMS_TEXT];
    int len = snprintf(text, sizeof text, "%04u-%02u-%02u", d.year, d.month,
                       d.day);
    buf_clear(&in->text);
    buf_add(&in->text, text, (size_t)len);
    return number_of(in, text, (size_t)len);
}

static unsigned take_date(struct items *in, struct item *item)
{
    struct date dates[2];
    unsigned count;
    unsigned used = dates_read(&in->lexer, 0, dates, &count);
    if (used == 0)
        return 0;
    if (count == 2)
        item->other = write_date(in, dates[1]);
    write_date(in, dates[0]);
    set_text(in, item);
    if (count == 2) {
        item->kind = ITEM_EITHER;
        snprintf(item->text, sizeof item->text,
                 "%04u-%02u-%02u or %04u-%02u-%02u", dates[0].year,
                 dates[0].month, dates[0].day, dates[1].year, dates[1].month,
                 dates[1].day);
    }
    return used;
}

static unsigned take_phone(struct items *in, struct item *item)
{
    char digits[LEXER_DIGITS + 1];
    unsigned used = phones_read(&in->lexer, 0, digits);
    if (used == 0)
        return 0;
    buf_clear(&in->text);
    buf_puts(&in->text, digits);
    set_text(in, item);
    return used;
}

/* What `a` takes from a second number behind it: "34,000 or 35,000 dollars"
 * gives it the unit; of a range both ends are one item. Returns the lexemes
 * that a range takes, or 0. */
static unsigned take_second(struct items *in, unsigned used, struct amount *a,
                            struct amount *second)
{
    struct lexer *l = &in->lexer;
    bool range;
    unsigned joint = amounts_joint(l, used, &range);
    if (joint == 0)
        return 0;
    unsigned more = amounts_read(l, used + joint, second);
    if (more == 0 || (a->unit != NULL && second->unit != NULL &&
                      strcmp(a->unit->name, second->unit->name) != 0))
        return 0;
    if (range || in->between)
        return used + joint + more;
    if (a->unit == NULL && second->unit != NULL && !second->imperial &&
        second->unit->kind == UNIT_MONEY) {
        a->unit = second->unit;
        a->period = second->period;
    } else if (a->unit == NULL && second->unit != NULL && !second->imperial) {
        unsigned __int128 scaled =
            (unsigned __int128)a->value * second->unit->factor;
        a->value = (uint64_t)(scaled / TERMS_DECIMALS);
        a->unit = second->unit;
    }
    return 0;
}

static unsigned take_amount(struct items *in, struct item *item)
{
    struct amount a, second;
    unsigned used = amounts_read(&in->lexer, 0, &a);
    if (used == 0)
        return 0;
    unsigned range = take_second(in, used, &a, &second);
    buf_clear(&in->text);
    amounts_write(&a, &in->text);
    if (range > 0) {
        buf_puts(&in->text, " to ");
        amounts_write(&second, &in->text);
    }
    set_text(in, item);
    if (range == 0 && a.imperial) {
        item->kind = ITEM_ROUNDED;
        item->length = a.value;
    }
    return range > 0 ? range : used;
}

/* "2nd" is one item. */
static unsigned take_ordinal(struct items *in, struct item *item)
{
    const struct lexeme *x = lexer_at(&in->lexer, 0);
    const struct lexeme *end = lexer_at(&in->lexer, 1);
    if (x->kind != LEXEME_DIGITS || end->apart || end->kind != LEXEME_WORD ||
        (terms_of(in->lexer.terms, end->word).roles & TERM_ORDINAL) == 0)
        return 0;
    const struct vocabulary *v = &in->lexer.terms->words;
    buf_clear(&in->text);
    buf_put_u64(&in->text, x->value);
    buf_add(&in->text, v->text.data + v->entries[end->word].start,
            v->entries[end->word].len);
    set_text(in, item);
    return 2;
}

/* Reads a quantity, if one begins with the lexeme; returns its lexemes. */
static unsigned take_quantity(struct items *in, struct item *item,
                              const struct lexeme *x)
{
    struct term t = terms_of(in->lexer.terms, x->word);
    unsigned used = 0;
    bool digits = x->kind == LEXEME_DIGITS;
    if (digits || t.month != 0)
        used = take_date(in, item);
    if (used == 0 && (digits || x->sign == '+' || x->sign == '('))
        used = take_phone(in, item);
    if (used == 0)
        used = take_ordinal(in, item);
    if (used == 0 && (digits || (t.roles & TERM_UNIT) != 0))
        used = take_amount(in, item);
    return used;
}

static bool is_break(char sign)
{
    return sign != '\0' && strchr(".!?:;,", sign) != NULL;
}

static bool is_article(const struct items *in, const struct lexeme *x)
{
    return (terms_of(in->lexer.terms, x->word).roles & TERM_ARTICLE) != 0 &&
           (x->sign == '\0' || !x->capital || in->begins || x->line);
}

/* Passes a sign or an article. */
static void pass(struct items *in, const struct lexeme *x)
{
    if (x->kind == LEXEME_SIGN) {
        in->breaks = in->breaks || is_break(x->sign);
        in->begins = in->begins || (is_break(x->sign) && x->sign != ',');
    }
    lexer_skip(&in->lexer, 1);
}

void items_start(struct items *in, const struct terms *t,
                 struct vocabulary *learned, const char *text, size_t len)
{
    const char *folded = fold_text(&t->fold, text, &len, &in->folded);
    lexer_start(&in->lexer, t, learned, folded, len);
    in->learned = learned;
    in->begins = true;
    in->breaks = in->between = false;
}

void items_next(struct items *in, struct item *item)
{
    for (;;) {
        const struct lexeme *x = lexer_at(&in->lexer, 0);
        *item = (struct item){ITEM_END, .word = x->word,
                              .other = VOCABULARY_NONE, .from = x->from};
        if (x->kind == LEXEME_END) {
            item->to = x->to;
            return;
        }
        item->breaks = in->breaks;
        unsigned used = take_quantity(in, item, x);
        if (used == 0 && x->kind == LEXEME_WORD && !is_article(in, x)) {
            item->kind = ITEM_WORD;
            used = 1;
        }
        if (used > 0) {
            item->to = lexer_at(&in->lexer, used - 1)->to;
            in->between = (terms_of(in->lexer.terms, item->word).roles &
                           TERM_BETWEEN) != 0;
            lexer_skip(&in->lexer, used);
            in->begins = in->breaks = false;
            return;
        }
        if (x->kind == LEXEME_WORD)
            in->begins = false;
        pass(in, x);
    }
}

void items_write(struct items *in, const struct terms *t, const char *text,
                 size_t len, struct buf *out)
{
    struct item item;
    size_t start = out->len;
    items_start(in, t, NULL, text, len);
    for (items_next(in, &item); item.kind != ITEM_END; items_next(in, &item)) {
        if (out->len > start)
            buf_putc(out, ' ');
        if (item.kind != ITEM_WORD)
            buf_puts(out, item.text);
        else
            lexer_word(&in->lexer, item.from, item.to, out);
    }
}

void items_release(struct items *in)
{
    lexer_release(&in->lexer);
    buf_release(&in->folded);
    buf_release(&in->text);
    *in = (struct items){0};
}
