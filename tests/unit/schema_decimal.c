#include "config.h"

#include "schema/decimal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "tap.h"

static int compare(const char *a, const char *b)
{
    return decimal_compare(a, strlen(a), b, strlen(b));
}

static int multiple(const char *a, const char *b)
{
    return decimal_multiple_of(a, strlen(a), b, strlen(b));
}

static uint64_t hash(const char *a)
{
    return decimal_hash(a, strlen(a));
}

/* From the least to the greatest. */
static void order(void)
{
    static const char *const sorted[] = {
        "-1e999999999999999999999",
        "-1e400",
        "-18446744073709551616.5",
        "-2",
        "-1.5",
        "-0.1",
        "-1e-400",
        "0",
        "1e-1000000000000000000000000000000",
        "1e-400",
        "0.00099",
        "0.001",
        "0.1",
        "0.11",
        "0.2",
        "1",
        "1.0000000000000000000000000000000000001",
        "9.99",
        "10",
        "9007199254740991.5",
        "9007199254740992",
        "9007199254740993",
        "98249283749234923498293171823948729348710298301928331",
        "1e400",
        "1e99999999999999999999999999999999999999",
        "1e100000000000000000000000000000000000000",
        "10e100000000000000000000000000000000000000",
    };
    size_t count = sizeof sorted / sizeof *sorted, wrong = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++) {
            int got = compare(sorted[i], sorted[k]);
            wrong += ((got > 0) - (got < 0)) != (i > k) - (i < k);
        }
    tap_ok(wrong == 0, "%zu numbers are in order, each with each", count);
}

static void equal(void)
{
    static const char *const pairs[][2] = {
        {"0", "-0"},
        {"0", "0.000e99999999999999999999"},
        {"1", "1.0"},
        {"1", "1e0"},
        {"1", "10E-1"},
        {"1", "0.001e+3"},
        {"1", "1000000e-6"},
        {"-120.5", "-1.205e2"},
        {"-120.5", "-12050e-00002"},
        {"1e1000000000000000000000000", "10e999999999999999999999999"},
        {"0.1e1000000000000000000000000", "1e999999999999999999999999"},
        {"1e-1000000000000000000000000", "0.1e-999999999999999999999999"},
        {"100200", "1002e2"},
        {"0.00100200", "1.002e-3"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const char *a = pairs[i][0], *b = pairs[i][1];
        tap_ok(compare(a, b) == 0 && compare(b, a) == 0 && hash(a) == hash(b),
               "%s is %s, by their hashes, too", a, b);
    }
    tap_ok(hash("1") != hash("-1") && hash("3") != hash("-2") &&
               hash("1") != hash("10") && hash("12") != hash("21") &&
               hash("1e5") != hash("1e-5"),
           "numbers that differ have different hashes");
}

static void integers(void)
{
    static const struct {
        const char *text;
        bool whole;
    } cases[] = {
        {"0", true},
        {"-0.0", true},
        {"0e-99999999999999999999", true},
        {"1", true},
        {"-7", true},
        {"1.0", true},
        {"1.000e0", true},
        {"1e2", true},
        {"1.5e1", true},
        {"1500e-2", true},
        {"1e308", true},
        {"1e99999999999999999999999999", true},
        {"12345678910111213141511111111111111111111", true},
        {"1.5", false},
        {"1e-1", false},
        {"1.55e1", false},
        {"1500e-3", false},
        {"0.1", false},
        {"10e-99999999999999999999999999", false},
        {"1.00000000000000000000000000000001", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        tap_ok(decimal_is_integer(cases[i].text, strlen(cases[i].text)) ==
                   cases[i].whole,
               "%s is %s integer", cases[i].text, cases[i].whole ? "an" : "no");
}

static void multiples(void)
{
    static const struct {
        const char *a, *b;
        int wanted;
    } cases[] = {
        {"10", "2", 1},
        {"7", "2", 0},
        {"0", "2", 1},
        {"0.0", "1e9", 1},
        {"4.5", "1.5", 1},
        {"35", "1.5", 0},
        {"-4.5", "1.5", 1},
        {"0.0075", "0.0001", 1},
        {"0.00751", "0.0001", 0},
        {"19.99", "0.01", 1},
        {"4.02", "0.01", 1},
        {"4.025", "0.01", 0},
        {"1e308", "0.5", 1},
        {"1e308", "0.123456789", 0},
        {"1e308", "7", 0},
        {"1e999999999", "1024", 1},
        {"1e999999999", "3", 0},
        {"1e9999999999999999999999999999", "0.0625", 1},
        {"3e9999999999999999999999999999", "0.3", 1},
        {"3e9999999999999999999999999999", "0.7", 0},
        {"1e10", "1048576", 0},
        {"1e20", "1048576", 1},
        {"1e3", "1e3", 1},
        {"1e3", "1e4", 0},
        {"1e-3", "1e-4", 1},
        {"1e-4", "1e-3", 0},
        {"9007199254740993", "9007199254740993", 1},
        {"9007199254740993", "9007199254740992", 0},
        {"121932631356500531347203169112635269", "123456789123456789", 1},
        {"121932631356500531347203169112635268", "123456789123456789", 0},
        {"5", "0", 0},
        {"0", "0", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        tap_ok(multiple(cases[i].a, cases[i].b) == cases[i].wanted,
               "%s is %s multiple of %s", cases[i].a,
               cases[i].wanted ? "a" : "no", cases[i].b);
}

/* 2^n and 5^n for all n whose digits a divisor may have: 10^n is a multiple of
 * them, 10^(n-1) is not. */
static void powers(void)
{
    char two[DECIMAL_DIVISOR + 2] = "1", power[16], less[16];
    size_t len = 1, wrong = 0, n = 0;
    while (len <= DECIMAL_DIVISOR) {
        unsigned carry = 0;
        for (size_t i = len; i-- > 0;) {
            unsigned digit = (unsigned)(two[i] - '0') * 2 + carry;
            two[i] = (char)('0' + digit % 10);
            carry = digit / 10;
        }
        if (carry > 0) {
            memmove(two + 1, two, len++);
            two[0] = '1';
        }
        n++;
        snprintf(power, sizeof power, "1e%zu", n);
        snprintf(less, sizeof less, "1e%zu", n - 1);
        int limit = len > DECIMAL_DIVISOR ? -1 : 0;
        wrong += decimal_multiple_of(power, strlen(power), two, len) !=
                     (limit < 0 ? -1 : 1) ||
                 decimal_multiple_of(less, strlen(less), two, len) != limit;
    }
    tap_ok(wrong == 0 && n == 851,
           "ten to the power of n is a multiple of 2^n, a tenth of it is not, "
           "and a divisor of %d digits is refused",
           DECIMAL_DIVISOR + 1);
}

/* Ten million digits. */
static void long_numbers(void)
{
    size_t len = 10000000;
    char *nines = xmalloc(len, 1), *other = xmalloc(len, 1);
    memset(nines, '9', len);
    memset(other, '9', len);
    other[len - 1] = '8';
    tap_ok(decimal_compare(nines, len, other, len) > 0,
           "two numbers of ten million digits differ in the last");
    tap_ok(decimal_multiple_of(nines, len, "0.03", 4) == 1 &&
               decimal_multiple_of(other, len, "0.03", 4) == 0,
           "one of them is a multiple of 0.03");
    memset(other, '0', len);
    other[0] = '1';
    other[1] = 'e';
    other[len - 1] = '5';
    tap_ok(decimal_compare("1e5", 3, other, len) == 0 &&
               decimal_hash("1e5", 3) == decimal_hash(other, len),
           "zeros before an exponent say nothing");
    memset(other + 2, '9', len - 2);
    tap_ok(decimal_compare(nines, len, other, len) < 0 &&
               decimal_multiple_of(other, len, "1024", 4) == 1,
           "an exponent of ten million digits is one");
    free(nines);
    free(other);
}

int main(void)
{
    order();
    equal();
    integers();
    multiples();
    powers();
    long_numbers();
    return tap_done();
}
