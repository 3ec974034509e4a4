/* The quick search finds what the general one does, in all texts of a few
 * letters and in long ones made of them. */
#include "config.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "schema/automaton.h"
#include "schema/pattern.h"
#include "tap.h"

static const char *const simple[] = {
    "", "a", "^a", "a$", "^a$", "^$", "$", "^", "ab", "a|b", "^(a|ab)(c|bcd)$",
    "a*", "^a*$", "^a+b?$", "^(ab)*$", "^(a|b)*c", "a{2}", "^a{2}$", "^a{1,3}$",
    "^a{0,2}b{2,}$", "^a{0}$", "(?:a|^b)c", "a(b|$)", "^(a*)*$", "^(a|b|)+$",
    "[ab]c", "^[^a]$", "^[^]$", "[]", "^[a-c]{2,3}$", "^.$", "^.b.$", "\\d",
    "^\\D+$", "^\\w+$", "\\W", "^\\s", "\\S$", "^[\\da]+$", "^[^\\sab]+$",
    "\\u0061", "^\\.$", "a?b?c?$", "^(a?){3}$", "(a|b){2}c", "^a*?b", "a$b",
    "a^b", "(^a|b$)", "^(?:a(?:b(?:c)?)?)?$", "\\n", "^[^\\n]*$", "b+$",
    "^é+$", "[à-ÿ]", "^[^à-ÿ]$", "\\p{L}", "^[\\p{L}_]+$",
    "\\p{N}", "^[^_]*[\\p{L}\\p{N}][^_]*$", "(ab|cd)+$",
    "^(_?[^_])*__([^_]_?)*$",
};

static const char *const others[] = {
    "(?=a)", "(?<!a)b", "(a)\\1", "\\ba", "\\p{Lu}", "(?<x>a)", "\\P{L}",
    "\\cA", "\\x41", "\\u{61}", "a{3000}", "(a|b)*a(a|b){12}",
};

/* The text number `n` of those that the letters make, shorter ones first,
 * behind as many times "a" as `before`. */
static size_t make_text(uint64_t n, size_t before, char *text)
{
    static const char *const letters[] = {"a", "b", "c", "_", "\n", "1", "é",
                                          "."};
    size_t len = before;
    memset(text, 'a', before);
    for (; n > 0; n = (n - 1) / 8) {
        const char *letter = letters[(n - 1) % 8];
        memcpy(text + len, letter, strlen(letter));
        len += strlen(letter);
    }
    return len;
}

/* True if the two say the same, as far as they say something. */
static bool is_same(const struct automaton *a, const struct pattern *p,
                    struct pattern_match *match, const char *text, size_t len)
{
    int quick = automaton_find(a, text, len);
    int general = pattern_find(p, match, text, len);
    return quick < 0 || general < 0 || quick == general;
}

/* The first text in which the two differ, or -1. */
static long differs(const struct automaton *a, const struct pattern *p,
                    struct pattern_match *match)
{
    char text[128];
    for (uint64_t n = 0; n < 5000; n++)
        if (!is_same(a, p, match, text, make_text(n, 0, text)))
            return (long)n;
    for (uint64_t n = 0; n < 585; n++) { /* three letters, in the long */
        size_t len = make_text(n, 13 + n % 20, text);
        memcpy(text + len, text, len);
        if (!is_same(a, p, match, text, 2 * len))
            return (long)n;
    }
    return -1;
}

static void check(const char *text, struct pattern_match *match)
{
    struct buf why = BUF_EMPTY;
    struct pattern *p = pattern_new(text, strlen(text), &why);
    struct automaton *a = automaton_new(text, strlen(text));
    tap_ok(p != NULL && a != NULL, "'%s' is simple", text);
    long n = p != NULL && a != NULL ? differs(a, p, match) : 0;
    tap_ok(n == -1, "'%s' is found where it should be (%ld)", text, n);
    automaton_free(a);
    pattern_free(p);
    buf_release(&why);
}

int main(void)
{
    struct pattern_match *match = pattern_match_new();
    for (size_t i = 0; i < sizeof simple / sizeof *simple; i++)
        check(simple[i], match);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        struct automaton *a = automaton_new(others[i], strlen(others[i]));
        tap_ok(a == NULL, "'%s' is left to the general search", others[i]);
        automaton_free(a);
    }
    pattern_match_free(match);
    return tap_done();
}
