#include "config.h"

#include "mark/lexer.h"

#include <string.h>

#include <utf8proc.h>

#include "utf8.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The length of the letter or digit at `at`; 0 if there is none. */
static size_t word_length(const struct lexer *l, size_t at)
{
    if (at >= l->len)
        return 0;
    char c = l->text[at];
    if ((unsigned char)c < 0x80)
        return (c >= 'a' && c <= 'z') || is_upper(c) || is_digit(c);
    size_t used;
    uint32_t point = utf8_decode(l->text + at, &used);
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
    bool word = category >= UTF8PROC_CATEGORY_LU &&
                category <= UTF8PROC_CATEGORY_NO;
    return word ? used : 0;
}

/* The length of the letter at `at`. */
static size_t letter_length(const struct lexer *l, size_t at)
{
    return at < l->len && is_digit(l->text[at]) ? 0 : word_length(l, at);
}

static void add_lower(struct buf *b, const char *text, size_t len)
{
    char *to = buf_reserve(b, len);
    for (size_t i = 0; i < len; i++)
        to[i] = is_upper(text[i]) ? (char)(text[i] | 0x20) : text[i];
    b->len += len;
}

/* Where the letters end whose first is at `at`; digits count unless the word
 * was cut from digits before it. */
static size_t run_end(const struct lexer *l, size_t at)
{
    for (size_t used; ; at += used) {
        used = l->glued ? letter_length(l, at) : word_length(l, at);
        if (used == 0)
            return at;
    }
}

/* The end of a word of one letter and its kind with points between, as "U.S.";
 * `at` is behind the first letter. */
static size_t abbreviation_end(struct lexer *l, size_t at)
{
    for (size_t start = at;;) {
        bool point = at < l->len && l->text[at] == '.';
        size_t letter = point ? letter_length(l, at + 1) : 0;
        if (letter == 0 || word_length(l, at + 1 + letter) != 0)
            return at + (point && at > start);
        add_lower(&l->scratch, l->text + at + 1, letter);
        at += 1 + letter;
    }
}

/* Whether all that follows the apostrophe at `at` is an s. */
static bool is_genitive(const struct lexer *l, size_t at)
{
    return at + 1 < l->len && (l->text[at + 1] | 0x20) == 's' &&
           word_length(l, at + 2) == 0;
}

/* Puts the word at `from` into the scratch; returns its end. */
static size_t take_word(struct lexer *l, size_t from)
{
    buf_clear(&l->scratch);
    size_t at = run_end(l, from);
    add_lower(&l->scratch, l->text + from, at - from);
    if (at - from == letter_length(l, from))
        at = abbreviation_end(l, at);
    while (at < l->len && l->text[at] == '\'' && !l->glued) {
        if (is_genitive(l, at))
            return at + 2;
        size_t end = run_end(l, at + 1);
        if (end == at + 1)
            break;
        add_lower(&l->scratch, l->text + at + 1, end - at - 1);
        at = end;
    }
    return at;
}

static bool is_mail_local(char c)
{
    return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') ||
           (unsigned char)c >= 0x80 || (c != '\0' && strchr("._%+-", c));
}

static bool is_mail_domain(char c)
{
    return c != '_' && c != '%' && c != '+' && is_mail_local(c);
}

/* Sets the address around the @ at `sign`, if there is one; what is before
 * `least` is no part of it. */
static void take_mail(struct lexer *l, size_t sign, size_t least)
{
    size_t from = sign, to = sign + 1;
    while (from > least && is_mail_local(l->text[from - 1]))
        from--;
    while (from < sign && word_length(l, from) == 0 &&
           (unsigned char)l->text[from] < 0x80)
        from++;
    while (to < l->len && is_mail_domain(l->text[to]))
        to++;
    while (to > sign + 1 && strchr(".-", l->text[to - 1]) != NULL)
        to--;
    if (from == sign || to == sign + 1)
        return;
    l->mail = from;
    l->mail_end = to;
}

/* Finds the next address, or that there is none. What is before the last @ was
 * searched: each byte is looked at twice at most. */
static void find_mail(struct lexer *l)
{
    while (l->mail_end <= l->at && l->mail_seen < l->len) {
        size_t before = l->mail_seen;
        const char *found = memchr(l->text + before, '@', l->len - before);
        size_t sign = found == NULL ? l->len : (size_t)(found - l->text);
        l->mail_seen = found == NULL ? l->len : sign + 1;
        if (found != NULL)
            take_mail(l, sign, before > l->at ? before : l->at);
    }
}

/* Whether the letters at `at`, behind digits, are a word of their own: a unit,
 * or what ends an ordinal. */
static bool is_suffix(struct lexer *l, size_t at)
{
    size_t end = at;
    for (size_t used; (used = letter_length(l, end)) != 0; end += used)
        if (end - at > TERMS_PHRASE * sizeof(uint64_t))
            return false;
    if (end == at)
        return false;
    buf_clear(&l->scratch);
    add_lower(&l->scratch, l->text + at, end - at);
    uint32_t word = vocabulary_find(&l->terms->words, l->scratch.data,
                                    l->scratch.len);
    struct term t = terms_of(l->terms, word);
    return t.unit != 0 || ((t.roles & TERM_ORDINAL) != 0 &&
                           word_length(l, end) == 0);
}

/* Reads digits; false where they are part of a word. */
static bool take_digits(struct lexer *l, struct lexeme *x)
{
    size_t at = l->at;
    x->value = 0;
    while (at < l->len && is_digit(l->text[at])) {
        if (at - l->at == LEXER_DIGITS)
            return false;
        x->value = x->value * 10 + (uint64_t)(l->text[at++] - '0');
    }
    x->digits = (unsigned)(at - l->at);
    bool glued = word_length(l, at) != 0;
    if (glued && !is_suffix(l, at))
        return false;
    x->kind = LEXEME_DIGITS;
    x->to = at;
    l->glued = glued;
    return true;
}

static void number_word(struct lexer *l, struct lexeme *x)
{
    const char *word = l->scratch.data;
    x->word = l->learned != NULL
                  ? vocabulary_number(l->learned, word, l->scratch.len)
                  : vocabulary_find(&l->terms->words, word, l->scratch.len);
}

static void read_word(struct lexer *l, struct lexeme *x)
{
    x->kind = LEXEME_WORD;
    if (l->mail_end > l->at && l->mail == l->at) {
        buf_clear(&l->scratch);
        add_lower(&l->scratch, l->text + l->at, l->mail_end - l->at);
        x->to = l->mail_end;
    } else {
        x->to = take_word(l, l->at);
    }
    l->glued = false;
    x->capital = is_upper(l->text[x->from]);
    if (x->to == x->from + 1)
        x->sign = l->text[x->from];
    number_word(l, x);
}

/* A sign; & is the word "and". */
static void read_sign(struct lexer *l, struct lexeme *x)
{
    size_t used = 1;
    if ((unsigned char)l->text[l->at] < 0x80)
        x->sign = l->text[l->at];
    else
        utf8_decode(l->text + l->at, &used);
    x->kind = LEXEME_SIGN;
    x->to = l->at + used;
    x->word = vocabulary_find(&l->terms->words, l->text + l->at, used);
    if (x->sign != '&')
        return;
    x->kind = LEXEME_WORD;
    buf_clear(&l->scratch);
    buf_puts(&l->scratch, "and");
    number_word(l, x);
}

static void read_lexeme(struct lexer *l, struct lexeme *x)
{
    *x = (struct lexeme){LEXEME_END, .word = VOCABULARY_NONE};
    x->apart = x->line = l->at == 0;
    for (; l->at < l->len && is_blank(l->text[l->at]); l->at++) {
        x->apart = true;
        x->line = x->line || l->text[l->at] == '\n';
        l->glued = false;
    }
    x->from = x->to = l->at;
    if (l->at == l->len)
        return;
    if (l->mail_end <= l->at)
        find_mail(l);
    bool mail = l->mail_end > l->at && l->mail == l->at;
    if (word_length(l, l->at) == 0)
        read_sign(l, x);
    else if (mail || !is_digit(l->text[l->at]) || !take_digits(l, x))
        read_word(l, x);
    l->at = x->to;
}

void lexer_start(struct lexer *l, const struct terms *terms,
                 struct vocabulary *learned, const char *text, size_t len)
{
    l->terms = terms;
    l->learned = learned;
    l->text = text;
    l->len = len;
    l->at = l->mail = l->mail_end = l->mail_seen = 0;
    l->glued = false;
    l->first = l->count = 0;
}

const struct lexeme *lexer_at(struct lexer *l, unsigned ahead)
{
    static const struct lexeme none = {LEXEME_END, .word = VOCABULARY_NONE};
    if (ahead >= LEXER_AHEAD)
        return &none;
    while (l->count <= ahead)
        read_lexeme(l, &l->ring[(l->first + l->count++) % LEXER_AHEAD]);
    return &l->ring[(l->first + ahead) % LEXER_AHEAD];
}

void lexer_skip(struct lexer *l, unsigned count)
{
    if (count > 0)
        lexer_at(l, count - 1);
    l->first = (l->first + count) % LEXER_AHEAD;
    l->count -= count;
}

void lexer_word(struct lexer *l, size_t from, size_t to, struct buf *out)
{
    if (memchr(l->text + from, '@', to - from) != NULL) {
        add_lower(out, l->text + from, to - from);
        return;
    }
    if (l->text[from] == '&') {
        buf_puts(out, "and");
        return;
    }
    bool glued = l->glued;
    size_t len = l->len;
    l->glued = false;
    l->len = to;
    take_word(l, from);
    l->glued = glued;
    l->len = len;
    buf_add(out, l->scratch.data, l->scratch.len);
}

void lexer_release(struct lexer *l)
{
    buf_release(&l->scratch);
}
