#include "config.h"

#include "canonical.h"

#include <string.h>

#include "tap.h"

static void accepts(const char *text)
{
    size_t column;
    tap_ok(canonical_check(text, strlen(text), &column) == NULL,
           "%s is canonical", text);
}

static void refuses(const char *text, size_t at, const char *name)
{
    size_t column = 0;
    const char *reason = canonical_check(text, strlen(text), &column);
    tap_ok(reason != NULL && column == at, "%s is not, at byte %zu", name,
           at);
}

int main(void)
{
    accepts("{}");
    accepts("{\"a\":[1,-2,0,true,null,\"x y\"]}");
    accepts("\"\\\"\\\\\"");
    accepts("9007199254740992");
    accepts("-9007199254740992");
    accepts("\"\xc2\xa0\xc3\xa9\xe2\x82\xac\"");
    refuses("{\"a\": 1}", 6, "a blank behind a colon");
    refuses("{\"a\":1 }", 7, "a blank before a brace");
    refuses("[1,\n2]", 4, "a line end");
    refuses("[1.0]", 2, "a point");
    refuses("[1e3]", 2, "an exponent");
    refuses("[-0]", 2, "a minus zero");
    refuses("[9007199254740993]", 2, "a number beyond 2^53");
    refuses("[-9007199254740993]", 2, "a number below -2^53");
    refuses("[99999999999999999999999]", 2, "a number beyond 2^64");
    refuses("\"a\\u0041\"", 3, "an escaped letter");
    refuses("\"a\\/\"", 3, "an escaped slash");
    refuses("\"\\n\"", 2, "an escaped line end");
    refuses("\"\x7f\"", 2, "DEL");
    refuses("\"\xc2\x80\"", 2, "a C1 control character");
    return tap_done();
}
