#include "config.h"

#include "mark/letters.h"

#include <string.h>

#define LETTERS 4
#define FILLERS 4 /* words between a label and its letter, at most */
#define LONG_AGO 1000

/* What came before a lexeme. */
struct before {
    char sign;        /* of the lexeme before it, or 0 */
    bool name;        /* that is a word with a capital, no label, no filler */
    unsigned label;   /* fillers since a label; above FILLERS for none */
    unsigned after;   /* words since a "not" */
};

static unsigned roles_of(const struct lexer *l, const struct lexeme *x)
{
    return x->kind == LEXEME_WORD ? terms_of(l->terms, x->word).roles : 0;
}

/* Whether one of the signs follows `ahead`, without a blank. */
static bool sign_at(struct lexer *l, unsigned ahead, const char *signs)
{
    const struct lexeme *x = lexer_at(l, ahead);
    return x->kind == LEXEME_SIGN && !x->apart && x->sign != '\0' &&
           strchr(signs, x->sign) != NULL;
}

static bool is_word(const struct lexeme *x)
{
    return (x->kind == LEXEME_WORD || x->kind == LEXEME_DIGITS) && !x->line;
}

/* In marks of some kind: (b), **B**, "b", \boxed{B}; or b). */
static bool is_marked(struct lexer *l, const struct before *b)
{
    const struct lexeme *x = lexer_at(l, 0);
    bool opened = !x->apart && b->sign != '\0' &&
                  strchr("([{<*_\"'", b->sign) != NULL;
    return sign_at(l, 1, ")") || (opened && sign_at(l, 1, "]}>*_\"'.:,"));
}

static char byte_at(const struct lexer *l, size_t at)
{
    return at < l->len ? l->text[at] : '\0';
}

/* Tied to a word by a sign: B-flat, C#, R&B. */
static bool is_tied(struct lexer *l)
{
    const struct lexeme *x = lexer_at(l, 0);
    char before = x->from > 0 ? l->text[x->from - 1] : '\0';
    char behind = byte_at(l, x->to);
    if (behind == '-' || behind == '\'')
        return lexer_at(l, 2)->kind == LEXEME_WORD && !lexer_at(l, 2)->apart;
    return (before != '\0' && strchr("#&@-/\\'", before) != NULL &&
            !sign_at(l, 1, "'")) ||
           (behind != '\0' && strchr("#+&@/\\", behind) != NULL);
}

/* Between two names. */
static bool is_initial(struct lexer *l, const struct before *b)
{
    const struct lexeme *next = lexer_at(l, sign_at(l, 1, ".") ? 2 : 1);
    return b->name && lexer_at(l, 0)->apart && is_word(next) && next->capital;
}

/* Whether an A that stands there is an article. */
static bool is_article(struct lexer *l)
{
    const struct lexeme *next = lexer_at(l, 1);
    return is_word(next) && (roles_of(l, next) & TERM_VERDICT) == 0;
}

/* All there is, or the head of a line: "b", "b.", "b) a baker". */
static bool is_head(struct lexer *l)
{
    const struct lexeme *next = lexer_at(l, 1);
    return lexer_at(l, 0)->line && (next->kind == LEXEME_END || next->line ||
                                    sign_at(l, 1, ".:)"));
}

/* Whether the letter that stands there is an option's. */
static bool is_letter(struct lexer *l, const struct before *b)
{
    const struct lexeme *x = lexer_at(l, 0);
    if (is_tied(l))
        return false;
    if (is_marked(l, b) || is_head(l))
        return true;
    if ((x->sign | 0x20) == 'a' && is_article(l))
        return false;
    if (b->label <= FILLERS)
        return true;
    return x->capital && !is_initial(l, b);
}

/* "B is not right", "B isn't". */
static bool is_refuted(struct lexer *l)
{
    const struct lexeme *next = lexer_at(l, 1);
    if (!is_word(next))
        return false;
    unsigned roles = roles_of(l, next);
    return (roles & TERM_NOT) != 0 ||
           ((roles & TERM_FILLER) != 0 && is_word(lexer_at(l, 2)) &&
            (roles_of(l, lexer_at(l, 2)) & TERM_NOT) != 0);
}

static void pass(struct lexer *l, struct before *b)
{
    const struct lexeme *x = lexer_at(l, 0);
    unsigned roles = roles_of(l, x);
    bool word = x->kind == LEXEME_WORD || x->kind == LEXEME_DIGITS;
    b->sign = x->kind == LEXEME_SIGN ? x->sign : '\0';
    b->name = word && x->capital && (roles & (TERM_LABEL | TERM_FILLER)) == 0;
    if ((roles & TERM_LABEL) != 0)
        b->label = 0;
    else if ((roles & TERM_FILLER) != 0 && b->label <= FILLERS)
        b->label++;
    else if (word)
        b->label = LONG_AGO;
    if ((roles & TERM_NOT) != 0)
        b->after = 0;
    else if ((roles & TERM_BUT) != 0 || (b->sign != '\0' &&
                                         strchr(".,;:!?", b->sign) != NULL))
        b->after = LONG_AGO;
    else if (word)
        b->after++;
    lexer_skip(l, 1);
}

struct letters letters_find(struct lexer *l, const struct terms *t,
                            const struct naming *n)
{
    struct letters letters = {0, false};
    struct before b = {'\0', false, LONG_AGO, LONG_AGO};
    size_t span = 0;
    lexer_start(l, t, NULL, n->items.lexer.text, n->items.lexer.len);
    for (const struct lexeme *x; (x = lexer_at(l, 0))->kind != LEXEME_END;
         pass(l, &b)) {
        while (span < n->count && n->spans[span].to <= x->from)
            span++;
        bool inside = span < n->count && n->spans[span].from <= x->from;
        char sign = x->kind == LEXEME_WORD ? (char)(x->sign | 0x20) : '\0';
        if (inside || sign < 'a' || sign >= 'a' + LETTERS || !is_letter(l, &b))
            continue;
        letters.found |= 1u << (sign - 'a');
        letters.denied = letters.denied || b.after <= NAMING_NOT ||
                         is_refuted(l);
    }
    return letters;
}
