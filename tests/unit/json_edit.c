/* Members added to an object and taken out of it. */
#include "config.h"

#include "json_edit.h"

#include <string.h>

#include "tap.h"

static void inserts(const char *text, const char *wanted)
{
    struct buf b = BUF_EMPTY;
    json_insert(&b, text, strlen(text), "split", "[1]", 3);
    tap_same(b.data, b.len, wanted, "a member is added behind the last one");
    buf_release(&b);
}

static void inserts_two(const char *text, const char *wanted)
{
    static const char members[] = "\"a\":1,\"b\":2";
    struct buf b = BUF_EMPTY;
    json_insert_members(&b, text, strlen(text), members, strlen(members));
    tap_same(b.data, b.len, wanted, "so are two members");
    buf_release(&b);
}

static void cuts(struct json_scan *s, const char *text, const char *name,
                 const char *wanted)
{
    struct buf b = BUF_EMPTY;
    json_scan_check(s, text, strlen(text));
    json_cut(&b, s, text, strlen(text), json_scan_find(s, name));
    tap_same(b.data, b.len, wanted, "a member is cut with its comma");
    buf_release(&b);
}

static void editing(struct json_scan *s)
{
    inserts_two("{}", "{\"a\":1,\"b\":2}");
    inserts_two("{\"x\":0 } ", "{\"x\":0 ,\"a\":1,\"b\":2} ");
    inserts("{}", "{\"split\":[1]}");
    inserts("{ }", "{ \"split\":[1]}");
    inserts("{\"a\":{}}", "{\"a\":{},\"split\":[1]}");
    inserts("{\"a\":1 } ", "{\"a\":1 ,\"split\":[1]} ");
    cuts(s, "{\"a\":1}", "a", "{}");
    cuts(s, "{\"a\":1,\"b\":[2,3],\"c\":\"}\"}", "a",
         "{\"b\":[2,3],\"c\":\"}\"}");
    cuts(s, "{\"a\":1,\"b\":[2,3],\"c\":\"}\"}", "b",
         "{\"a\":1,\"c\":\"}\"}");
    cuts(s, "{\"a\":1,\"b\":[2,3],\"c\":\"}\"}", "c",
         "{\"a\":1,\"b\":[2,3]}");
    cuts(s, "{\"a\":{\"b\":0},\"b\":[2,3]}", "b", "{\"a\":{\"b\":0}}");
}

int main(void)
{
    struct json_scan scan = {0};
    editing(&scan);
    json_scan_release(&scan);
    return tap_done();
}
