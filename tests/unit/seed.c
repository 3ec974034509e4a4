#include "config.h"

#include "seed.h"

#include <string.h>

#include "tap.h"

static bool valid(const char *seed)
{
    return seed_valid(seed, strlen(seed));
}

int main(void)
{
    char text[SEED_LIMIT + 1];
    memset(text, 'x', sizeof text);

    tap_ok(valid("demo"), "a word is a seed");
    tap_ok(valid(" two words "), "blanks may be in a seed");
    tap_ok(valid("\xc3\xa9t\xc3\xa9"), "accents may be in a seed");
    tap_ok(!valid(""), "an empty seed is refused");
    tap_ok(seed_valid(text, SEED_LIMIT), "1024 bytes are a seed");
    tap_ok(!seed_valid(text, SEED_LIMIT + 1), "1025 bytes are not");
    tap_ok(!valid("a\nb"), "a line end is refused");
    tap_ok(!valid("a\tb"), "a tab is refused");
    tap_ok(!valid("a\x7f"), "DEL is refused");
    tap_ok(!valid("a\xc2\x80"), "a C1 control character is refused");
    tap_ok(valid("a\xc2\xa0"), "the first character behind them is not");
    tap_ok(!seed_valid("a\0b", 3), "a NUL is refused");
    tap_ok(!valid("\xff"), "bytes that are not UTF-8 are refused");
    return tap_done();
}
