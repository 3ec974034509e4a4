#include "config.h"

#include "base64.h"

#include <stdio.h>

#include "tap.h"

static void encodes(void)
{
    /* RFC 4648, section 10. */
    static const char *const pairs[][2] = {
        {"", ""},         {"f", "Zg=="},       {"fo", "Zm8="},
        {"foo", "Zm9v"},  {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct buf text = BUF_EMPTY, back = BUF_EMPTY;
        char name[64];
        base64_encode(pairs[i][0], strlen(pairs[i][0]), &text);
        snprintf(name, sizeof name, "'%s' is written as the RFC has it",
                 pairs[i][0]);
        tap_same(buf_string(&text), text.len, pairs[i][1], name);
        int rc = base64_decode(text.data, text.len, &back);
        snprintf(name, sizeof name, "and '%s' is read back", pairs[i][0]);
        if (tap_ok(rc == 0, "'%s' can be read", pairs[i][1]))
            tap_same(buf_string(&back), back.len, pairs[i][0], name);
        buf_release(&text);
        buf_release(&back);
    }
}

static void reads(const char *text, const char *wanted)
{
    struct buf got = BUF_EMPTY;
    buf_puts(&got, "kept ");
    int rc = base64_decode(text, strlen(text), &got);
    if (wanted == NULL) {
        tap_ok(rc < 0 && got.len == 5, "'%s' is refused", text);
    } else {
        tap_ok(rc == 0 && got.len == 5 + strlen(wanted) &&
                   memcmp(got.data + 5, wanted, strlen(wanted)) == 0,
               "'%s' is '%s'", text, wanted);
    }
    buf_release(&got);
}

int main(void)
{
    encodes();
    reads("Zm9v\r\nYmFy\n", "foobar");
    reads(" Zm 9v ", "foo");
    reads("data:image/png;base64,Zm9v", "foo");
    reads("data:;base64,Zm8=", "fo");
    reads("data:image/png,Zm9v", NULL);
    reads("data:image/png;base64", NULL);
    reads("Zg", NULL);
    reads("Zg=", NULL);
    reads("Zm9vYg", NULL);
    reads("Zm9=", NULL);
    reads("Zg==Zg==", NULL);
    reads("Zm9v!", NULL);
    reads("Zm9-", NULL);
    reads("Zm9\xaf", NULL);
    return tap_done();
}
