#include "config.h"

#include "mark/phones.h"

#include <string.h>

#define GROUP 3        /* digits in the first run at most */
#define PHONE_DIGITS 7 /* at least */

/* A phone number that is read. */
struct phone {
    unsigned used;   /* lexemes */
    unsigned whole;  /* of them, up to the last digits */
    unsigned groups, count; /* runs of digits, and digits */
    unsigned first, last;   /* digits in the first and last run */
    bool open, marked;      /* a bracket is open; there is a + or bracket */
};

static bool sign_at(struct lexer *l, unsigned at, char sign)
{
    const struct lexeme *x = lexer_at(l, at);
    return x->kind == LEXEME_SIGN && x->sign == sign;
}

/* Reads a run of digits with the sign behind it. */
static bool read_group(struct lexer *l, unsigned at, struct phone *p,
                       char digits[LEXER_DIGITS + 1])
{
    if (!p->open && sign_at(l, at + p->used, '(')) {
        p->open = p->marked = true;
        p->used++;
    }
    const struct lexeme *x = lexer_at(l, at + p->used);
    if (x->kind != LEXEME_DIGITS || p->count + x->digits > LEXER_DIGITS ||
        (p->groups > 0 && x->line))
        return false;
    memcpy(digits + p->count, l->text + x->from, x->digits);
    p->count += x->digits;
    p->last = x->digits;
    if (p->groups++ == 0)
        p->first = x->digits;
    p->whole = ++p->used;
    bool closed = p->open && sign_at(l, at + p->used, ')');
    p->used += closed || (!p->open && (sign_at(l, at + p->used, '-') ||
                                       sign_at(l, at + p->used, '.')));
    p->open = p->open && !closed;
    return true;
}

unsigned phones_read(struct lexer *l, unsigned at,
                       char digits[LEXER_DIGITS + 1])
{
    struct phone p = {.used = sign_at(l, at, '+')};
    p.marked = p.used > 0;
    while (read_group(l, at, &p, digits))
        ;
    digits[p.count] = '\0';
    bool shaped = p.groups >= 2 && p.first <= GROUP && p.last > GROUP;
    return p.count >= PHONE_DIGITS && (p.marked || shaped) ? p.whole : 0;
}
