/* A folded text as words, runs of digits and signs, with some of them ahead in
 * sight; the text may be of any length.
 *
 * A word is letters and digits, in lower case. An apostrophe inside it is left
 * out, and 's at its end with it (Crohn's disease, Crohn disease); so are the
 * points of an abbreviation (U.S.); & is the word "and". What follows digits
 * without a blank is a word of its own if it is a unit or ends an ordinal
 * (181cm, 11th), else one with them. An address with an @ is one word. */
#ifndef LEXER_H
#define LEXER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "mark/terms.h"

#define LEXER_AHEAD 128  /* lexemes in sight, a power of two */
#define LEXER_DIGITS 15  /* in a run at most; a longer one is a word */

enum lexeme_kind { LEXEME_END, LEXEME_WORD, LEXEME_DIGITS, LEXEME_SIGN };

struct lexeme {
    enum lexeme_kind kind;
    bool apart;      /* a blank comes before it, or nothing */
    bool line;       /* a line begins with it */
    char sign;       /* of ASCII; of a one-letter word its letter as written;
                        else 0 */
    bool capital;    /* a word that begins with a capital of ASCII */
    unsigned digits; /* how many */
    uint64_t value;  /* of the digits */
    uint32_t word;   /* number in the vocabulary, or VOCABULARY_NONE */
    size_t from, to; /* bytes of the text */
};

struct lexer {
    const struct terms *terms;  /* borrowed */
    struct vocabulary *learned; /* borrowed: takes in new words; or NULL */
    const char *text;           /* borrowed, folded */
    size_t len, at;
    size_t mail, mail_end; /* the address that comes next; mail_end is not above
                              `at` if there is none */
    size_t mail_seen;      /* bytes searched for addresses */
    bool glued;            /* digits were cut from the letters at `at` */
    struct lexeme ring[LEXER_AHEAD];
    unsigned first, count; /* of those in sight */
    struct buf scratch;    /* owned: a word */
};

/* Starts on a text; a lexer that is {0} at first serves any number of them.
 * `learned` is NULL, or the vocabulary of `terms`. */
void lexer_start(struct lexer *l, const struct terms *terms,
                 struct vocabulary *learned, const char *text, size_t len);

/* The lexeme `ahead` of the next (0 to LEXER_AHEAD - 1); behind the last one
 * there are only ends. Valid until lexer_skip(). */
const struct lexeme *lexer_at(struct lexer *l, unsigned ahead);

void lexer_skip(struct lexer *l, unsigned count);

/* Appends the word that stands there, as it is compared. */
void lexer_word(struct lexer *l, size_t from, size_t to, struct buf *out);

void lexer_release(struct lexer *l);

#endif
