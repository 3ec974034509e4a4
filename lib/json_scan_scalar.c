#include "config.h"

#include "json_scan_parts.h"

#include <stdint.h>
#include <string.h>

#include "json_escape.h"
#include "utf8.h"

int json_scan_refuse(struct json_scan *s, const char *reason)
{
    s->reason = reason;
    s->column = (size_t)(s->at - s->start) + 1;
    return -1;
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

int json_scan_number(struct json_scan *s)
{
    bool negative = *s->at == '-';
    s->at += negative;
    if (!is_digit(s))
        return json_scan_refuse(s, negative ? "a number has no digits"
                                            : "no JSON value");
    if (*s->at == '0') {
        s->at++;
        if (is_digit(s))
            return json_scan_refuse(s, "a number has a leading zero");
    }
    skip_digits(s);
    if (s->at < s->end && *s->at == '.') {
        s->at++;
        if (!is_digit(s))
            return json_scan_refuse(
                s, "a number has no digit behind its point");
        skip_digits(s);
    }
    if (s->at < s->end && (*s->at == 'e' || *s->at == 'E')) {
        s->at++;
        if (s->at < s->end && (*s->at == '+' || *s->at == '-'))
            s->at++;
        if (!is_digit(s))
            return json_scan_refuse(s, "a number has no digit in its exponent");
        skip_digits(s);
    }
    return 0;
}

static int check_escape(struct json_scan *s)
{
    s->escaped = true;
    s->at++;
    if (s->at == s->end)
        return json_scan_refuse(s, "a string does not end");
    if (memchr("\"\\/bfnrt", *s->at, 8) != NULL) {
        s->at++;
        return 0;
    }
    if (*s->at != 'u')
        return json_scan_refuse(
            s, "a string has an escape that JSON does not know");
    size_t len;
    long point = json_escape_point(s->at, s->end, &len);
    if (point == -1)
        return json_scan_refuse(s, "an escape \\u lacks its four hex digits");
    if (point == -2)
        return json_scan_refuse(s, "an escape is half of a surrogate pair");
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
static const char *skip_plain(const char *at, const char *end)
{
    const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
    for (; end - at >= 8; at += 8) {
        uint64_t word = load_word(at);
        uint64_t quote = word ^ ones * '"', slash = word ^ ones * '\\';
        uint64_t special = (word | (word - ones * 0x20) | (quote - ones) |
                            (slash - ones)) & highs;
        if (special != 0)
            return at + __builtin_ctzll(special) / 8;
    }
    return at;
}

/* Walks over what stands in a string and is not plain. Apart, since it is
 * rare. */
static __attribute__((noinline)) int check_special(struct json_scan *s)
{
    unsigned char c = (unsigned char)*s->at;
    if (c == '\\')
        return check_escape(s);
    if (c < 0x20)
        return json_scan_refuse(
            s, c == 0 ? "a NUL byte in a string"
                      : "a raw control character in a string");
    size_t len = utf8_length(s->at, (size_t)(s->end - s->at));
    if (len == 0)
        return json_scan_refuse(s, "bytes that are not UTF-8");
    s->at += len;
    return 0;
}

int json_scan_string(struct json_scan *s)
{
    s->escaped = false;
    s->at++;
    for (;;) {
        s->at = skip_plain(s->at, s->end);
        if (s->at == s->end)
            return json_scan_refuse(s, "a string does not end");
        if (*s->at == '"') {
            s->at++;
            return 0;
        }
        if (check_special(s) < 0)
            return -1;
    }
}
