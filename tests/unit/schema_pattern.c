#include "config.h"

#include "schema/pattern.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "tap.h"

static struct pattern_match *scratch;

/* What a search gives, or -2 if the pattern is refused. */
static int find(const char *pattern, const char *text, size_t len)
{
    struct buf why = BUF_EMPTY;
    struct pattern *p = pattern_new(pattern, strlen(pattern), &why);
    int got = p == NULL ? -2 : pattern_find(p, scratch, text, len);
    pattern_free(p);
    buf_release(&why);
    return got;
}

struct search {
    const char *pattern, *text;
    int wanted;
};

static void searches(const struct search *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct search *c = &cases[i];
        struct buf text = BUF_EMPTY;
        for (const char *at = c->text; *at != '\0'; at++)
            buf_printf(&text, (unsigned char)*at < ' ' ? "\\x%02x" : "%c", *at);
        tap_ok(find(c->pattern, c->text, strlen(c->text)) == c->wanted,
               "/%s/ is %sfound in '%s'", c->pattern, c->wanted ? "" : "not ",
               buf_string(&text));
        buf_release(&text);
    }
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void characters(void)
{
    static const struct search cases[] = {
        {"b", "abc", 1},
        {"^b", "abc", 0},
        {"", "", 1},
        {"^$", "", 1},
        {"^abc$", "abc", 1},
        {"^abc$", "abc\n", 0},
        {"^b$", "a\nb\nc", 0},
        {"^.$", "\xf0\x9f\x90\xb2", 1},
        {"^.$", "\n", 0},
        {"^.$", "\r", 0},
        {"^.$", "\xe2\x80\xa8", 0},
        {"^.$", "\xe2\x80\xa9", 0},
        {"^.$", "\xc2\x85", 1},
        {"^[^]$", "\n", 1},
        {"^[^]$", "", 0},
        {"[]", "a", 0},
        {"^[]*$", "", 1},
        {"^\\t\\n\\v\\f\\r$", "\t\n\v\f\r", 1},
        {"^\\cA\\cz$", "\x01\x1a", 1},
        {"^\\x41\\u0042\\u{000043}$", "ABC", 1},
        {"^\\ud83d\\udc32$", "\xf0\x9f\x90\xb2", 1},
        {"^\\u{1f432}{2}$", "\xf0\x9f\x90\xb2\xf0\x9f\x90\xb2", 1},
        {"\\ud83d", "\xf0\x9f\x90\xb2", 0},
        {"[\\ud83d]", "\xf0\x9f\x90\xb2", 0},
        {"^[^\\ud83d]$", "\xf0\x9f\x90\xb2", 1},
        {"^[\\u0000-\\u{10ffff}]$", "\xee\x80\x80", 1},
        {"^[\\ud000-\\uffff]$", "\xef\xbf\xbd", 1},
        {"^[\\ud83d\\udc32-\\ud83d\\udc34]$", "\xf0\x9f\x90\xb3", 1},
        {"^\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/$", "^$\\.*+?()[]{}|/",
         1},
        {"^[\\^\\-\\]\\b]+$", "^-]\b", 1},
        {"^[a-]+$", "-a", 1},
        {"^[-a]+$", "-a", 1},
        {"^[a^]+$", "^a", 1},
        {"^[[:alpha:]+$", "a:[", 1},
        {"^[.$*]+$", ".$*", 1},
        {"^a-b&&c~~#x y$", "a-b&&c~~#x y", 1},
        {"/", "a/b", 1},
    };
    searches(cases, COUNT(cases));
    tap_ok(find("^a\\0b$", "a\0b", 3) == 1, "a NUL is found by \\0");
    tap_ok(find("^a.b$", "a\0b", 3) == 1, "a NUL is any character");
    tap_ok(find("b$", "a\0b", 3) == 1, "a text goes on behind a NUL");
    struct buf why = BUF_EMPTY;
    struct pattern *p = pattern_new("a\0b", 3, &why);
    tap_ok(p != NULL && pattern_find(p, scratch, "xa\0b", 4) == 1 &&
               pattern_find(p, scratch, "ab", 2) == 0,
           "a pattern may hold a NUL");
    pattern_free(p);
    buf_release(&why);
}

static void sets(void)
{
    static const struct search cases[] = {
        {"^\\d$", "7", 1},
        {"^\\d$", "\xdf\x80", 0},
        {"^\\D$", "\xdf\x80", 1},
        {"^\\w+$", "aZ_9", 1},
        {"^\\w$", "\xc3\xa9", 0},
        {"^\\W$", "\xc3\xa9", 1},
        {"^[\\W]$", "_", 0},
        {"^[^\\W]$", "_", 1},
        {"^\\s+$",
         "\t\n\v\f\r \xc2\xa0\xe1\x9a\x80\xe2\x80\x80\xe2\x80\x8a\xe2\x80\xa8"
         "\xe2\x80\xa9\xe2\x80\xaf\xe2\x81\x9f\xe3\x80\x80\xef\xbb\xbf",
         1},
        {"\\s", "\xe2\x80\x8b\xc2\x85\xe1\xa0\x8e", 0},
        {"\\S", " \xef\xbb\xbf", 0},
        {"^[\\s\\S]$", "\n", 1},
        {"^[\\d\\-x]+$", "1-x", 1},
        {"a\\b", "\xc3\xa9 a\xc3\xa9", 1},
        {"^\\b", "\xc3\xa9", 0},
        {"^\\B.\\B$", "\xc3\xa9", 1},
        {"^\\p{L}$", "\xc3\xa9", 1},
        {"^\\p{Letter}$", "\xc3\xa9", 1},
        {"^\\p{gc=Lu}$", "\xc3\x89", 1},
        {"^\\p{General_Category=Uppercase_Letter}$", "\xc3\xa9", 0},
        {"^\\P{Lu}$", "\xc3\xa9", 1},
        {"^[\\p{Lu}\\d]+$",
         "\xc3\x89"
         "1",
         1},
        {"^[^\\p{Lu}\\d]+$",
         "\xc3\x89"
         "1",
         0},
        {"^\\p{Script=Greek}$", "\xce\xb1", 1},
        {"^\\p{sc=Grek}$", "a", 0},
        {"^\\p{sc=Latn}$", "\xe3\x83\xbc", 0},
        {"^\\p{scx=Hira}$", "\xe3\x83\xbc", 1},
        {"^\\p{sc=Hira}$", "\xe3\x83\xbc", 0},
        {"^\\p{Script_Extensions=Deva}$", "\xe0\xa5\xa4", 1},
        {"^\\p{ASCII}+$", "a~", 1},
        {"^\\p{ASCII}$", "\xc3\xa9", 0},
        {"^\\p{Any}$", "\n", 1},
        {"^\\p{Assigned}$", "\xcd\xb8", 0},
        {"^\\P{Assigned}$", "\xcd\xb8", 1},
        {"^\\p{LC}$", "a", 1},
        {"^\\p{Cased_Letter}$", "\xd7\x90", 0},
        {"^\\p{Emoji_Presentation}$", "\xf0\x9f\x90\xb2", 1},
        {"^\\p{ID_Start}\\p{IDC}$", "a1", 1},
        {"^\\p{White_Space}\\p{space}$", "\xc2\x85 ", 1},
    };
    searches(cases, COUNT(cases));
}

static void structure(void)
{
    static const struct search cases[] = {
        {"^(?:a|bc)*$", "abcabc", 1},
        {"^(?:a|bc)*$", "abcb", 0},
        {"^a{2,3}$", "aaa", 1},
        {"^a{2,3}$", "aaaa", 0},
        {"^a{2}$", "aaa", 0},
        {"^a{2,}$", "aaaaa", 1},
        {"^a{0}$", "", 1},
        {"^a{2,3}?$", "aaa", 1},
        {"^a*?$", "aaa", 1},
        {"^(a)(b)\\2\\1$", "abba", 1},
        {"^(?<x>a)\\k<x>$", "aa", 1},
        {"^(?<x>a)\\1$", "aa", 1},
        {"^\\k<x>(?<x>a)$", "a", 1},
        {"^(?<\\u0061\xc3\xa9$_1>a)\\k<a\xc3\xa9$_1>$", "aa", 1},
        {"^(?:(a)|b)\\1$", "b", 1},
        {"^(a)?\\1$", "", 1},
        {"^(a)*\\1$", "aaa", 1},
        {"^(?:(a)\\1)*$", "aaaa", 1},
        {"^(?:(['\"])x\\1|b)*$", "'x'b\"x\"", 1},
        {"^(?=a)\\w+$", "ab", 1},
        {"^(?!a)\\w+$", "ab", 0},
        {"(?<=a)b", "ab", 1},
        {"(?<!a)b", "ab", 0},
        {"(?<=a|bc)d", "bcd", 1},
        {"(?=(a+))a*b\\1", "baaabac", 1},
        {"^(a|ab)(c|bcd)(d*)$", "abcd", 1},
        {"^(?:)*$", "", 1},
        {"^(?:a*)*$", "aaab", 0},
        {"a|", "", 1},
        {"(?:|a)", "", 1},
        {"^a|b$", "cb", 1},
        {"^a|^b", "cb", 0},
        {"(?:c|^){0}a", "ba", 1},
        {"(?:^|c)a", "ba", 0},
        {"^(?:a{2}){3}$", "aaaaaa", 1},
        {"(|a)*b", "aab", 1},
        {"^(?!.*foo)", "a foo", 0},
        {"^(?!.*foo)", "a fo", 1},
        {"^(?=.*[A-Z])(?=.*\\d).{3,}$", "ab1C", 1},
        {"^(?=.*[A-Z])(?=.*\\d).{3,}$", "ab1c", 0},
    };
    searches(cases, COUNT(cases));
}

/* By the grammar wrong; each says why. */
static const char *const wrong[] = {
    "(", ")", "[", "]", "{", "}", "a{", "a{1", "a{,2}", "a{2,1}", "a{x}", "*",
    "a**", "a++", "a?+", "a{1}{2}", "^*", "$+", "\\b?", "(?=a)*", "(?!a){2}",
    "(?<=a)?", "|*", "(*)", "(?", "(?a)", "(?i)a", "(?i:a)", "(?-i)", "(?#c)",
    "(?P<n>a)", "(?P=n)", "(?>a)", "(?|a)", "(?R)", "(?1)", "(?&x)", "(?(1)a)",
    "(?'n'a)", "(*ACCEPT)", "(*UTF)", "\\A", "\\Z", "\\z", "\\a", "\\e", "\\G",
    "\\K", "\\Q", "\\E", "\\h", "\\R", "\\X", "\\N", "\\C", "\\g{1}", "\\-",
    "\\_", "\\ ", "\\#", "\\\xc3\xa9", "\\", "\\00", "\\01", "\\8", "\\1",
    "(a)\\2", "\\k", "\\k<a>", "(?<a>)\\k", "(?<a>)\\k<b>", "(?<a>)\\k<a",
    "(?<>a)", "(?<1>a)", "(?<a b>a)", "(?<a", "(?<a>)(?<a>)", "(?<\\x61>a)",
    "\\x", "\\x4", "\\xg0", "\\u", "\\u12", "\\u{}", "\\u{110000}", "\\u{12",
    "\\u{ 1}", "\\c", "\\c1", "\\c\xc3\xa9", "[b-a]", "[\\d-x]", "[x-\\d]",
    "[\\c1]", "[\\1]", "[\\B]", "[\\_]", "[a", "[\\", "[z-\\u0061]", "\\p",
    "\\p{", "\\p{}", "\\pL", "\\p{L", "\\p{letter}", "\\p{ Letter}",
    "\\p{IsLetter}", "\\p{Greek}", "\\p{Script=greek}", "\\p{Script=}",
    "\\p{Script}", "\\p{=L}", "\\p{gc=Greek}", "\\p{sc=L}", "\\p{L=Lu}",
    "\\p{^L}", "\\p{Foo}", "\\p{L|Letter}", "\\p{Xan}", "\\p{L&}", "[\\p{Foo}]",
    "\xff", "a\xc3",
};

static void refusals(void)
{
    for (size_t i = 0; i < COUNT(wrong); i++) {
        struct buf why = BUF_EMPTY;
        const char *text = wrong[i];
        struct pattern *p = pattern_new(text, strlen(text), &why);
        tap_ok(p == NULL && why.len > 0 && !pattern_valid(text, strlen(text)),
               "/%s/ is wrong: %s", text, buf_string(&why));
        pattern_free(p);
        buf_release(&why);
    }
}

/* By the grammar right, but not compiled. */
static void limits(void)
{
    static const char *const right[] = {
        "(?<=a+)b",
        "a{65536}",
        "a{1,99999999999999999999999}b{70000,}",
        "(?:(a)|b)*\\1",
        "(?:(a)|\\1b)*",
        "(?:(?:(a)|b)\\1)*",
        "(?:\\1(a))+",
        "(a\\1)+",
        "(?:(a)?b)*\\1",
        "(?:(?=(a)))?b\\1",
        "(c|\\B){1,2}\\1",
        "(?!((a|$)+\\2))",
        "(a*)+b\\1",
        "(?=(|a)?)\\1",
        "(?=(?:|a)?(b|ab))\\1",
        "\\p{CWKCF}",
    };
    for (size_t i = 0; i < COUNT(right); i++) {
        const char *text = right[i];
        tap_ok(pattern_valid(text, strlen(text)) && find(text, "", 0) == -2,
               "/%s/ is right, but refused", text);
    }
}

/* Nests and other long patterns take a moment and no stack. */
static void long_patterns(void)
{
    static const char *const pieces[] = {
        "(", "(?:", "[", "a{2}", "(a)", "\\1", "|", "(?=", "(?<", "\\p{L}",
    };
    size_t len = PATTERN_LONGEST;
    char *text = xmalloc(len, 1);
    for (size_t i = 0; i < COUNT(pieces); i++) {
        size_t size = strlen(pieces[i]);
        for (size_t k = 0; k < len; k++)
            text[k] = pieces[i][k % size];
        bool valid = strchr("a|\\", pieces[i][0]) != NULL && i != 5;
        valid = valid || i == 4;
        tap_ok(pattern_valid(text, len / size * size) == valid,
               "%zu times %s is %s", len / size, pieces[i],
               valid ? "right" : "wrong");
        struct buf why = BUF_EMPTY;
        struct pattern *p = pattern_new(text, len / size * size, &why);
        pattern_free(p);
        buf_release(&why);
    }
    free(text);
}

/* Patterns that try the same again and again end, whatever they end with. */
static void hostile(void)
{
    static const char *const patterns[] = {
        "^(a+)+$",          "^(?:a|a)*$",
        "(?:a*)*b",         "a*[bc]",
        "(?=a*)b",          "(?=(a*))b",
        "(?!a*b)b",         "\\s+$",
        "(a*)\\1b",         "a{60000}b",
        "(?:a?){99}a{99}b", "^(?:a?){999}b",
        "(?:a{1,9}){1,9}b", "(?:(?:a*)*)*b",
        ".*.*.*b",          "(?=a{60000}b)b",
        "(?<=aaaaaaaa)b",
    };
    size_t len = 50000;
    char *text = xmalloc(len, 1);
    memset(text, 'a', len);
    for (size_t i = 0; i < COUNT(patterns); i++)
        tap_ok(find(patterns[i], text, len) > -2 &&
                   find(patterns[i], text, 100) > -2,
               "/%s/ comes to an end in many letters", patterns[i]);
    tap_ok(find("^[a-z]*$", text, len) == 1 && find("b", text, len) == 0 &&
               find("a$", text, len) == 1 && find("^.{9,}a$", text, len) == 1,
           "plain patterns are found in many letters");
    free(text);
}

/* Long searches in one line are as many as it may have. */
static void refills(void)
{
    static const char text[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaab";
    struct buf why = BUF_EMPTY;
    struct pattern *slow = pattern_new("^(a|a?)+$", 9, &why);
    struct pattern *quick = pattern_new("^a*b$", 5, &why);
    size_t right = 0;
    pattern_match_refill(scratch);
    for (int i = 0; i < 300; i++)
        right += pattern_find(slow, scratch, text, sizeof text - 1) == -1 &&
                 pattern_find(quick, scratch, text, sizeof text - 1) == 1;
    tap_ok(right == 300, "long searches take from what a line may have, short "
                         "ones do not");
    pattern_match_refill(scratch);
    tap_ok(pattern_find(slow, scratch, text, 12) == 1,
           "a long search is done to its end");
    pattern_free(slow);
    pattern_free(quick);
    buf_release(&why);
}

int main(void)
{
    scratch = pattern_match_new();
    characters();
    sets();
    structure();
    refusals();
    limits();
    long_patterns();
    hostile();
    refills();
    pattern_match_free(scratch);
    return tap_done();
}
