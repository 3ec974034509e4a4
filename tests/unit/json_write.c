#include "config.h"

#include "json_write.h"

#include "tap.h"

static void strings(void)
{
    static const struct {
        const char *text;
        size_t len;
        const char *wanted;
        const char *name;
    } cases[] = {
        {"", 0, "\"\"", "an empty string is two quotes"},
        {"plain", 5, "\"plain\"", "plain text stays as it is"},
        {"\b\t\n\f\r", 5, "\"\\b\\t\\n\\f\\r\"",
         "five controls have names"},
        {"\"\\", 2, "\"\\\"\\\\\"", "quote and backslash are escaped"},
        {"/", 1, "\"/\"", "a slash is not"},
        {"\0\x01\x0b\x1f", 4, "\"\\u0000\\u0001\\u000b\\u001f\"",
         "other controls are \\u00xx in lower case"},
        {"\x7f", 1, "\"\x7f\"", "DEL stays as it is"},
        {"\xc3\xa9\xe2\x80\xa8\xf0\x9f\x98\x80", 9,
         "\"\xc3\xa9\xe2\x80\xa8\xf0\x9f\x98\x80\"",
         "characters beyond ASCII stay as they are"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf b = BUF_EMPTY;
        json_write_string(&b, cases[i].text, cases[i].len);
        tap_same(b.data, b.len, cases[i].wanted, cases[i].name);
        buf_release(&b);
    }
}

/* The writer looks at eight bytes at a time: every byte at every place. */
static void places(void)
{
    struct buf alone = BUF_EMPTY, among = BUF_EMPTY, wanted = BUF_EMPTY;
    bool good = true;
    for (unsigned c = 0; c < 256; c++) {
        char byte = (char)c;
        buf_clear(&alone);
        json_write_string(&alone, &byte, 1);
        for (size_t at = 0; at < 24; at++) {
            char text[24];
            memset(text, 'x', sizeof text);
            text[at] = byte;
            buf_clear(&among);
            json_write_string(&among, text, sizeof text);
            buf_clear(&wanted);
            buf_printf(&wanted, "\"%.*s", (int)at, "xxxxxxxxxxxxxxxxxxxxxxxx");
            buf_add(&wanted, alone.data + 1, alone.len - 2);
            buf_printf(&wanted, "%.*s\"", (int)(23 - at),
                       "xxxxxxxxxxxxxxxxxxxxxxxx");
            good = good && among.len == wanted.len &&
                   memcmp(among.data, wanted.data, wanted.len) == 0;
        }
    }
    tap_ok(good, "a byte is written the same at every place of a text");
    buf_release(&alone);
    buf_release(&among);
    buf_release(&wanted);
}

static void members(void)
{
    struct buf b = BUF_EMPTY;
    buf_putc(&b, '{');
    json_write_member(&b, "a", "x\ny");
    json_write_member_u64(&b, "n", UINT64_MAX);
    json_write_name(&b, "o");
    buf_putc(&b, '{');
    json_write_member_u64(&b, "zero", 0);
    buf_puts(&b, "}}");
    tap_same(b.data, b.len,
             "{\"a\":\"x\\ny\",\"n\":18446744073709551615,\"o\":{\"zero\":0}}",
             "members are parted by commas, objects nest");
    buf_release(&b);
}

int main(void)
{
    strings();
    places();
    members();
    return tap_done();
}
