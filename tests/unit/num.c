#include "config.h"

#include "num.h"

#include "tap.h"

static void whole_numbers(void)
{
    static const struct {
        const char *text;
        bool good;
        uint64_t value;
    } cases[] = {
        {"0", true, 0},
        {"7", true, 7},
        {"18446744073709551615", true, UINT64_MAX},
        {"18446744073709551616", false, 0},
        {"99999999999999999999", false, 0},
        {"", false, 0},
        {"00", false, 0},
        {"07", false, 0},
        {"+7", false, 0},
        {"-7", false, 0},
        {" 7", false, 0},
        {"7 ", false, 0},
        {"7x", false, 0},
        {"0x7", false, 0},
        {"7.0", false, 0},
        {"1e3", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint64_t value = 0;
        bool good = num_parse(cases[i].text, 0, UINT64_MAX, &value);
        tap_ok(good == cases[i].good && (!good || value == cases[i].value),
               "'%s' is %s whole number", cases[i].text,
               cases[i].good ? "a" : "no");
    }
}

static void ranges(void)
{
    uint64_t value = 5, last = 5;
    tap_ok(!num_parse("2", 3, 9, &value) && !num_parse("10", 3, 9, &value),
           "a number outside its range is refused");
    tap_ok(value == 5, "a refused number leaves the value alone");
    tap_ok(num_parse("3", 3, 9, &value) && num_parse("9", 3, 9, &value),
           "both ends belong to the range");
    tap_ok(num_parse_bytes("123", 2, 0, 99, &value) && value == 12,
           "only the bytes given are read");
    tap_ok(num_parse_range("3-7", 9, &value, &last) && value == 3 && last == 7,
           "a range has two ends");
    tap_ok(num_parse_range("4-4", 4, &value, &last), "they may be equal");
    tap_ok(!num_parse_range("7-3", 9, &value, &last), "but not in disorder");
    tap_ok(!num_parse_range("0-3", 9, &value, &last), "nor begin at 0");
    tap_ok(!num_parse_range("3-10", 9, &value, &last), "nor end too high");
    tap_ok(!num_parse_range("3-", 9, &value, &last) &&
               !num_parse_range("-3", 9, &value, &last) &&
               !num_parse_range("3", 9, &value, &last) &&
               !num_parse_range("3-4-5", 9, &value, &last),
           "a range is two numbers and a dash");
}

static void decimals(void)
{
    uint64_t v = 0;
    tap_ok(num_parse_decimal("7.5", 1, 1000, &v) && v == 75,
           "7.5 is 75 tenths");
    tap_ok(num_parse_decimal("7", 2, 1000, &v) && v == 700,
           "7 is 700 hundredths");
    tap_ok(num_parse_decimal("0.05", 2, 1000, &v) && v == 5,
           "0.05 is 5 hundredths");
    tap_ok(!num_parse_decimal("7.55", 1, 1000, &v),
           "more digits than places are refused");
    tap_ok(!num_parse_decimal("7.", 1, 1000, &v) &&
               !num_parse_decimal(".5", 1, 1000, &v) &&
               !num_parse_decimal("7.x", 1, 1000, &v) &&
               !num_parse_decimal("7.5e1", 3, 100000, &v) &&
               !num_parse_decimal("-7.5", 1, 1000, &v),
           "a point needs digits around it, and nothing else is let in");
    tap_ok(!num_parse_decimal("100.1", 1, 1000, &v) &&
               num_parse_decimal("100.0", 1, 1000, &v),
           "the greatest value counts in units");
    tap_ok(num_parse_decimal("1844674407370955161.5", 1, UINT64_MAX, &v) &&
               v == UINT64_MAX,
           "the largest of 64 bits is read");
    tap_ok(!num_parse_decimal("1844674407370955161.6", 1, UINT64_MAX, &v) &&
               !num_parse_decimal("18446744073709551615", 9, UINT64_MAX, &v),
           "a decimal too large for 64 bits is refused");
}

int main(void)
{
    whole_numbers();
    ranges();
    decimals();
    return tap_done();
}
