#include "config.h"

#include "hex.h"

#include <string.h>

#include "tap.h"

int main(void)
{
    static const unsigned char bytes[] = {0x00, 0x7f, 0xa0, 0xff};
    static const char *const bad[] = {"0", "0g", "g0", "AB", " 0", "0x", "-1"};
    unsigned char got[4];
    struct buf text = BUF_EMPTY;
    hex_encode(bytes, sizeof bytes, &text);
    tap_same(text.data, text.len, "007fa0ff", "bytes are written");
    tap_ok(hex_decode("007fa0ff", 8, got) == 0 &&
               memcmp(got, bytes, sizeof bytes) == 0,
           "and read again");
    tap_ok(hex_decode("", 0, got) == 0, "nothing is nothing");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        tap_ok(hex_decode(bad[i], strlen(bad[i]), got) < 0,
               "'%s' is refused", bad[i]);
    buf_release(&text);
    return tap_done();
}
