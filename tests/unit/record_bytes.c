#include "config.h"

#include "record_bytes.h"

#include <string.h>

#include "buf.h"
#include "tap.h"

static void cuts(const char *line, const char *wanted, const char *name)
{
    struct json_scan scan = {0};
    struct record_bytes b;
    struct buf got = BUF_EMPTY;
    if (json_scan_check(&scan, line, strlen(line)) == 0) {
        record_bytes_find(&b, &scan, line, strlen(line));
        buf_add(&got, b.head, b.head_len);
        buf_add(&got, b.tail, b.tail_len);
    }
    tap_same(buf_string(&got), got.len, wanted, name);
    buf_release(&got);
    json_scan_release(&scan);
}

static void leaf(void)
{
    /* printf '{"id":"a"}' | sha256sum */
    static const char line[] = "{\"id\":\"a\",\"split\":{\"seed\":\"s\"}}";
    struct json_scan scan = {0};
    struct record_bytes b;
    unsigned char digest[DIGEST_BYTES];
    char text[RECORD_LEAF_LIMIT];
    size_t len = 0;
    if (json_scan_check(&scan, line, strlen(line)) == 0) {
        record_bytes_find(&b, &scan, line, strlen(line));
        record_bytes_digest(&b, digest);
        len = record_bytes_leaf(digest, "a", 1, text);
    }
    tap_same(text, len,
             "8489a5deb454a360345c7868bca8672de92b446caf3d3b014af6a56e3d549d30"
             "  a",
             "a leaf is what sha256sum prints of the record bytes, with the "
             "id for a file");
    json_scan_release(&scan);
}

int main(void)
{
    cuts("{\"id\":\"a\",\"split\":{\"rank\":1}}", "{\"id\":\"a\"}",
         "the split and its comma are no part of the record bytes");
    cuts("{\"id\":\"a\",\"split\":{\"rank\":1},\"z\":1}",
         "{\"id\":\"a\",\"z\":1}", "nor are they where more follows");
    cuts("{\"split\":{\"rank\":1},\"z\":1}", "{\"z\":1}",
         "nor where it comes first");
    cuts("{\"split\":{}}", "{}", "nor where there is nothing else");
    cuts("{\"id\":\"a\"}", "{\"id\":\"a\"}",
         "a record without a split is all record bytes");
    cuts("{\"id\":\"a\",\"q\":{\"split\":1}}",
         "{\"id\":\"a\",\"q\":{\"split\":1}}",
         "a member inside another is none of it");
    leaf();
    return tap_done();
}
