#include "config.h"

#include "json_scan.h"

#include <stdio.h>
#include <string.h>

#include "buf.h"
#include "tap.h"

/* What is refused, each kind with line and reason, is in tests/jsonl.t. */

static void accepts(struct json_scan *s, const char *text)
{
    tap_ok(json_scan_check(s, text, strlen(text)) == 0, "%s is accepted",
           text);
}

static void values(struct json_scan *s)
{
    static const char *const good[] = {
        "null", "true", "false", "0", "-0", "12", "-1.5e-10", "1E+2", "\"\"",
        "[]", "{}", " [ 1 , 2 ] ", " { \"a\" : 1 , \"b\" : [ ] } ",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"", "\"\\ud83d\\ude00\"",
        "\"\\u0000\"", "1e400", "9007199254740993",
        "{\"a\":{\"a\":{\"a\":1}},\"b\":{\"a\":1}}", "{\"\":1,\" \":2}"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        accepts(s, good[i]);
}

static void cut_short(struct json_scan *s)
{
    static const char text[] =
        "{\"a\":[1,-2.5e3,\"x\\u00e9\\ud83d\\ude00\xc3\xa9\",true,null],"
        "\"b\":{}}";
    size_t accepted = 0, len = strlen(text);
    for (size_t cut = 0; cut < len; cut++) {
        char exact[sizeof text]; /* so that a sanitizer sees a read beyond */
        memcpy(exact + sizeof exact - cut, text, cut);
        accepted += json_scan_check(s, exact + sizeof exact - cut, cut) == 0;
    }
    tap_ok(accepted == 0, "an object cut anywhere is refused");
    accepts(s, text);
}

/* An object of `count` members m0.. and, if `twin`, a second m0. */
static void write_members(struct buf *b, unsigned count, bool twin)
{
    buf_clear(b);
    buf_putc(b, '{');
    for (unsigned i = 0; i < count; i++)
        buf_printf(b, "%s\"m%u\":%u", i > 0 ? "," : "", i, i);
    if (twin)
        buf_puts(b, ",\"\\u006d0\":1");
    buf_putc(b, '}');
}

static void twins(struct json_scan *s)
{
    struct buf b = BUF_EMPTY;
    static const unsigned counts[] = {1, 31, 32, 33, 1000};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        write_members(&b, counts[i], false);
        tap_ok(json_scan_check(s, b.data, b.len) == 0 &&
                   s->count == counts[i],
               "%u members are found", counts[i]);
        write_members(&b, counts[i], true);
        tap_ok(json_scan_check(s, b.data, b.len) < 0,
               "one of %u members is seen to come again", counts[i]);
    }
    buf_release(&b);
}

/* A name beside many others, among them some that are nearly the same, is seen
 * to come again, however it is spelled. */
static void spellings(struct json_scan *s)
{
    static const struct {
        const char *name;
        bool again;
    } cases[] = {
        {"a\\/", true},    {"\\u0061/", true}, {"\\u0061\\u002f", true},
        {"a\\\\", true},   {"\\u00e9", true},  {"\\ud83d\\ude00", true},
        {"a\\\\/", false}, {"\\u00e8", false}, {"a\\b", false},
        {"\\u0061", false}, {"a/\\u0000", false},
    };
    struct buf b = BUF_EMPTY;
    for (size_t many = 1; many <= 40; many += 39)
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            write_members(&b, (unsigned)many, false);
            b.len--;
            buf_printf(&b, ",\"a/\":1,\"a\\\\\":2,\"\xc3\xa9\":3,"
                           "\"\xf0\x9f\x98\x80\":4,\"%s\":5}",
                       cases[i].name);
            tap_ok((json_scan_check(s, b.data, b.len) < 0) == cases[i].again,
                   "\"%s\" is %s among %zu members", cases[i].name,
                   cases[i].again ? "there already" : "another name",
                   many + 4);
        }
    buf_release(&b);
}

/* A string that needs a look at byte `at` of many, found wherever it stands. */
static void positions(struct json_scan *s)
{
    static const char *const odd[] = {"\x1f", "\x7f", "\"", "\\n", "\xc3\xa9",
                                      "\xff", "!#[]"};
    static const bool good[] = {false, true, true, true, true, false, true};
    size_t right = 0, tried = 0;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        for (int at = 0; at < 24; at++) {
            char text[64];
            snprintf(text, sizeof text, "[\"%.*s%s%s\"]", at,
                     "!!##[[]]~~!!##[[]]~~!!##", odd[i],
                     odd[i][0] == '"' ? ",\"" : "!#[]");
            tried++;
            right += (json_scan_check(s, text, strlen(text)) == 0) == good[i];
        }
    tap_ok(right == tried, "%zu of %zu strings are read to the byte", right,
           tried);
}

static void nested(struct json_scan *s)
{
    char text[2 * (JSON_DEPTH + 1)];
    memset(text, '[', JSON_DEPTH + 1);
    memset(text + JSON_DEPTH + 1, ']', JSON_DEPTH + 1);
    tap_ok(json_scan_check(s, text + 1, 2 * JSON_DEPTH) == 0,
           "arrays nest 1000 deep");
    tap_ok(json_scan_check(s, text, sizeof text) < 0 && s->column == 1001,
           "but not 1001");
}

static void finding(struct json_scan *s)
{
    static const char text[] =
        "{\"id\" : \"f0001\",\"n\\u0061me\":\"a\\tb\",\"facts\":{\"id\":1},"
        "\"n\": 12 }";
    size_t len = 0;
    json_scan_check(s, text, strlen(text));
    const struct json_member *m = json_scan_find(s, "id");
    const char *plain = m != NULL ? json_member_plain(m, &len) : NULL;
    tap_ok(s->is_object && s->count == 4, "an object's members are counted");
    tap_ok(plain != NULL && len == 5 && memcmp(plain, "f0001", 5) == 0,
           "a member is found by its name, not one inside another");
    tap_ok(m != NULL && json_member_is(m, "f0001") &&
               !json_member_is(m, "f000") && !json_member_is(m, "f00012"),
           "a member is compared whole");
    m = json_scan_find(s, "name");
    tap_ok(m != NULL, "an escaped name is found by what it means");
    tap_ok(m != NULL && json_member_plain(m, &len) == NULL,
           "a string with an escape is not plain");
    m = json_scan_find(s, "n");
    tap_ok(m != NULL && m->value_len == 2 && memcmp(m->value, "12", 2) == 0,
           "a value has no blanks around it");
    tap_ok(m != NULL && json_member_plain(m, &len) == NULL,
           "a number is no string");
    tap_ok(json_scan_find(s, "absent") == NULL, "no other member is found");
    json_scan_check(s, "[{\"a\":1}]", 9);
    tap_ok(!s->is_object && s->count == 0, "an array has no members");
}

int main(void)
{
    struct json_scan scan = {0};
    values(&scan);
    cut_short(&scan);
    twins(&scan);
    spellings(&scan);
    positions(&scan);
    nested(&scan);
    finding(&scan);
    json_scan_release(&scan);
    return tap_done();
}
