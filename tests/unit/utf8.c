#include "config.h"

#include "utf8.h"

#include <string.h>

#include "tap.h"

static void sequences(void)
{
    static const struct {
        const char *bytes;
        size_t length; /* of the first sequence; 0 if it is none */
        const char *name;
    } cases[] = {
        {"a", 1, "ASCII takes one byte"},
        {"\xc3\xa9", 2, "U+00E9 takes two bytes"},
        {"\xe0\xa0\x80", 3, "U+0800 takes three bytes"},
        {"\xef\xbf\xbf", 3, "U+FFFF takes three bytes"},
        {"\xf0\x90\x80\x80", 4, "U+10000 takes four bytes"},
        {"\xf4\x8f\xbf\xbf", 4, "U+10FFFF takes four bytes"},
        {"\x80", 0, "a lone tail byte is refused"},
        {"\xff", 0, "the byte ff is refused"},
        {"\xc0\x80", 0, "an overlong NUL is refused"},
        {"\xc1\xbf", 0, "an overlong ASCII letter is refused"},
        {"\xe0\x9f\xbf", 0, "an overlong sequence of three is refused"},
        {"\xf0\x8f\xbf\xbf", 0, "an overlong sequence of four is refused"},
        {"\xed\xa0\x80", 0, "an encoded high surrogate is refused"},
        {"\xed\xbf\xbf", 0, "an encoded low surrogate is refused"},
        {"\xf4\x90\x80\x80", 0, "a point above U+10FFFF is refused"},
        {"\xf8\x88\x80\x80\x80", 0, "a sequence of five is refused"},
        {"\xc3", 0, "a sequence cut after one byte is refused"},
        {"\xe2\x82", 0, "a sequence cut after two bytes is refused"},
        {"\xf0\x9f\x98", 0, "a sequence cut after three bytes is refused"},
        {"\xc3x", 0, "a lead byte without its tail is refused"},
        {"\xe2\x82x", 0, "a tail that is a letter is refused"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *b = cases[i].bytes;
        tap_ok(utf8_length(b, strlen(b)) == cases[i].length, "%s",
               cases[i].name);
    }
    tap_ok(utf8_length("", 0) == 0, "nothing is no sequence");
    tap_ok(utf8_valid("", 0), "no bytes are valid text");
    tap_ok(utf8_valid("a\xc3\xa9z", 4), "mixed text is valid");
    tap_ok(!utf8_valid("a\xc3\xa9\xc3", 4), "text cut at its end is not");
}

/* Every code point but the surrogates comes back as it went. */
static void round_trip(void)
{
    uint32_t wrong = 0;
    for (uint32_t point = 0; point <= 0x10ffff; point++) {
        if (point >= 0xd800 && point <= 0xdfff)
            continue;
        char bytes[4];
        size_t len = utf8_encode(point, bytes), got;
        wrong += utf8_length(bytes, len) != len ||
                 utf8_decode(bytes, &got) != point || got != len;
    }
    tap_ok(wrong == 0, "every code point comes back as it went");
}

int main(void)
{
    sequences();
    round_trip();
    return tap_done();
}
