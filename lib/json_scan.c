#include "config.h"

#include "json_scan.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "json_escape.h"
#include "json_tape.h"
#include "utf8.h"

/* Objects of at most this many members are compared name by name as they
 * come; larger ones are sorted at their end. */
#define FEW 32

static int check_value(struct json_scan *s);

static int refuse(struct json_scan *s, const char *reason)
{
    s->reason = reason;
    s->column = (size_t)(s->at - s->start) + 1;
    return -1;
}

/* Adds the scalar walked over since `begin` to the index, if there is one. */
static void add_scalar(struct json_scan *s, const char *begin)
{
    if (s->tape != NULL)
        json_tape_scalar(s->tape, (size_t)(begin - s->start),
                         (size_t)(s->at - s->start), s->escaped);
}

static void skip_blanks(struct json_scan *s)
{
    while (s->at < s->end && (*s->at == ' ' || *s->at == '\t' ||
                              *s->at == '\r' || *s->at == '\n'))
        s->at++;
}

static bool is_digit(const struct json_scan *s)
{
    return s->at < s->end && *s->at >= '0' && *s->at <= '9';
}

static void skip_digits(struct json_scan *s)
{
    while (is_digit(s))
        s->at++;
}

static int check_number(struct json_scan *s)
{
    if (*s->at == '-')
        s->at++;
    if (!is_digit(s))
        return refuse(s, "a number has no digits");
    if (*s->at == '0') {
        s->at++;
        if (is_digit(s))
            return refuse(s, "a number has a leading zero");
    }
    skip_digits(s);
    if (s->at < s->end && *s->at == '.') {
        s->at++;
        if (!is_digit(s))
            return refuse(s, "a number has no digit behind its point");
        skip_digits(s);
    }
    if (s->at < s->end && (*s->at == 'e' || *s->at == 'E')) {
        s->at++;
        if (s->at < s->end && (*s->at == '+' || *s->at == '-'))
            s->at++;
        if (!is_digit(s))
            return refuse(s, "a number has no digit in its exponent");
        skip_digits(s);
    }
    return 0;
}

static int check_escape(struct json_scan *s)
{
    s->escaped = true;
    s->at++;
    if (s->at == s->end)
        return refuse(s, "a string does not end");
    if (memchr("\"\\/bfnrt", *s->at, 8) != NULL) {
        s->at++;
        return 0;
    }
    if (*s->at != 'u')
        return refuse(s, "a string has an escape that JSON does not know");
    size_t len;
    long point = json_escape_point(s->at, s->end, &len);
    if (point == -1)
        return refuse(s, "an escape \\u lacks its four hex digits");
    if (point == -2)
        return refuse(s, "an escape is half of a surrogate pair");
    s->at += len;
    return 0;
}

/* Eight bytes as a number, the first one lowest: a single load. */
static uint64_t load_word(const char *at)
{
    const unsigned char *p = (const unsigned char *)at;
    return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
           (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 |
           (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

/* Steps over plain ASCII, eight bytes at a time, up to a byte to look at: one
 * that is '"', '\\', below 0x20 or above 0x7f gets its high bit set. So may
 * one behind it, from which it borrows; the first to be set is right. */
static void skip_plain(struct json_scan *s)
{
    const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
    while (s->end - s->at >= 8) {
        uint64_t word = load_word(s->at);
        uint64_t quote = word ^ ones * '"', slash = word ^ ones * '\\';
        uint64_t special = (word | (word - ones * 0x20) | (quote - ones) |
                            (slash - ones)) & highs;
        if (special != 0) {
            s->at += __builtin_ctzll(special) / 8;
            break;
        }
        s->at += 8;
    }
}

/* Walks over the string whose opening quote is at s->at. */
static int check_string(struct json_scan *s)
{
    s->escaped = false;
    s->at++;
    for (;;) {
        skip_plain(s);
        if (s->at == s->end)
            return refuse(s, "a string does not end");
        unsigned char c = (unsigned char)*s->at;
        if (c == '"') {
            s->at++;
            return 0;
        }
        if (c == '\\') {
            if (check_escape(s) < 0)
                return -1;
        } else if (c < 0x20) {
            return refuse(s, c == 0 ? "a NUL byte in a string"
                                    : "a raw control character in a string");
        } else if (c < 0x80) {
            s->at++;
        } else {
            size_t len = utf8_length(s->at, (size_t)(s->end - s->at));
            if (len == 0)
                return refuse(s, "bytes that are not UTF-8");
            s->at += len;
        }
    }
}

/* True if a large object, its members from `base` on, holds a name twice. */
static bool large_has_twins(const struct json_scan *s, size_t base)
{
    size_t count = s->count - base;
    struct json_member *sorted = xmalloc(count, sizeof *sorted);
    memcpy(sorted, s->members + base, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, json_member_order);
    bool twins = false;
    for (size_t i = 1; i < count && !twins; i++)
        twins = json_member_same(&sorted[i - 1], &sorted[i]);
    free(sorted);
    return twins;
}

/* json_member_same(), called only where the lengths leave it open. */
static bool is_named(const struct json_member *m,
                     const struct json_member *wanted)
{
    return (m->name_len == wanted->name_len || m->escaped ||
            wanted->escaped) &&
           json_member_same(m, wanted);
}

/* True if the member behind the last one was named so from `base` on before;
 * of a large object that is not looked at. */
static bool comes_again(const struct json_scan *s, size_t base)
{
    for (size_t i = base; s->count - base < FEW && i < s->count; i++)
        if (is_named(&s->members[i], &s->members[s->count]))
            return true;
    return false;
}

/* Reads a name into the member behind the last one. */
static int check_name(struct json_scan *s)
{
    if (s->count == s->cap) {
        s->cap = s->cap == 0 ? 64 : 2 * s->cap;
        s->members = xrealloc(s->members, s->cap, sizeof *s->members);
    }
    struct json_member *m = &s->members[s->count];
    if (s->at == s->end || *s->at != '"')
        return refuse(s, "an object's member does not start with a name");
    m->name = s->at + 1;
    if (check_string(s) < 0)
        return -1;
    add_scalar(s, m->name - 1);
    m->name_len = (size_t)(s->at - 1 - m->name);
    m->escaped = s->escaped;
    return 0;
}

static int check_member(struct json_scan *s, size_t base)
{
    if (check_name(s) < 0)
        return -1;
    skip_blanks(s);
    if (s->at == s->end || *s->at != ':')
        return refuse(s, "a member's name is not followed by a colon");
    s->at++;
    skip_blanks(s);
    if (comes_again(s, base))
        return refuse(s, "an object has a member twice");
    size_t mine = s->count++;
    const char *value = s->at;
    if (check_value(s) < 0)
        return -1;
    s->members[mine].value = value;
    s->members[mine].value_len = (size_t)(s->at - value);
    skip_blanks(s);
    return 0;
}

static int check_object(struct json_scan *s)
{
    size_t base = s->count;
    s->at++;
    s->inside = 0;
    skip_blanks(s);
    if (s->at < s->end && *s->at == '}') {
        s->at++;
        return 0;
    }
    for (;;) {
        if (check_member(s, base) < 0)
            return -1;
        if (s->at == s->end || (*s->at != ',' && *s->at != '}'))
            return refuse(s, "an object lacks a comma or its end");
        if (*s->at++ == '}')
            break;
        skip_blanks(s);
    }
    if (s->count - base > FEW && large_has_twins(s, base))
        return refuse(s, "an object has a member twice");
    s->inside = s->count - base;
    if (base != 0)
        s->count = base;
    return 0;
}

static int check_array(struct json_scan *s)
{
    s->at++;
    s->inside = 0;
    skip_blanks(s);
    if (s->at < s->end && *s->at == ']') {
        s->at++;
        return 0;
    }
    for (size_t count = 1;; count++) {
        if (check_value(s) < 0)
            return -1;
        skip_blanks(s);
        if (s->at == s->end || (*s->at != ',' && *s->at != ']'))
            return refuse(s, "an array lacks a comma or its end");
        s->inside = count;
        if (*s->at++ == ']')
            return 0;
        skip_blanks(s);
    }
}

static int check_word(struct json_scan *s, const char *word)
{
    size_t len = strlen(word);
    if ((size_t)(s->end - s->at) < len || memcmp(s->at, word, len) != 0)
        return refuse(s, "no JSON value");
    s->at += len;
    return 0;
}

static int check_nested(struct json_scan *s)
{
    if (s->depth == JSON_DEPTH)
        return refuse(s, "arrays and objects nest deeper than 1000");
    s->depth++;
    size_t node = s->tape != NULL
                      ? json_tape_begin(s->tape, (size_t)(s->at - s->start))
                      : 0;
    int rc = *s->at == '{' ? check_object(s) : check_array(s);
    if (s->tape != NULL)
        json_tape_end(s->tape, node, s->inside);
    s->depth--;
    return rc;
}

static int check_scalar(struct json_scan *s)
{
    switch (*s->at) {
    case '"':
        return check_string(s);
    case 't':
        return check_word(s, "true");
    case 'f':
        return check_word(s, "false");
    case 'n':
        return check_word(s, "null");
    default:
        if (*s->at == '-' || is_digit(s))
            return check_number(s);
        return refuse(s, "no JSON value");
    }
}

static int check_value(struct json_scan *s)
{
    if (s->at == s->end)
        return refuse(s, "a value is missing");
    if (++s->values > s->most && s->most > 0)
        return refuse(s, "more values than are let in");
    if (*s->at == '{' || *s->at == '[')
        return check_nested(s);
    const char *begin = s->at;
    if (check_scalar(s) < 0)
        return -1;
    add_scalar(s, begin);
    return 0;
}

int json_scan_check(struct json_scan *s, const char *text, size_t len)
{
    s->start = s->at = text;
    s->end = text + len;
    s->count = 0;
    s->values = 0;
    s->depth = 0;
    s->is_object = false;
    if (s->tape != NULL) {
        s->tape->text = text;
        s->tape->count = 0;
        if (len >= JSON_TAPE_TEXT)
            return refuse(s, "a text of 256 MiB or more");
    }
    if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        return refuse(s, "a byte order mark");
    skip_blanks(s);
    bool object = s->at < s->end && *s->at == '{';
    if (check_value(s) < 0)
        return -1;
    if (!object)
        s->count = 0;
    skip_blanks(s);
    if (s->at != s->end)
        return refuse(s, "more text behind the value");
    s->is_object = object;
    return 0;
}

const struct json_member *json_scan_find(const struct json_scan *s,
                                         const char *name)
{
    struct json_member wanted = {.name = name, .name_len = strlen(name)};
    for (size_t i = 0; i < s->count; i++)
        if (is_named(&s->members[i], &wanted))
            return &s->members[i];
    return NULL;
}

void json_scan_release(struct json_scan *s)
{
    free(s->members);
    *s = (struct json_scan){0};
}
