/* An accepted object takes a new member, and gives it back to the byte; the
 * line reader has the same verdict of the same text. */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "json_edit.h"
#include "json_scan.h"
#include "jsonl.h"
#include "target.h"

static void edit(const char *text, size_t len)
{
    struct json_scan scan = {0};
    struct buf longer = BUF_EMPTY, back = BUF_EMPTY;
    json_insert(&longer, text, len, "\\u0000new", "[1]", 3);
    if (json_scan_check(&scan, longer.data, longer.len) < 0 ||
        scan.count == 0)
        abort();
    json_cut(&back, &scan, longer.data, longer.len,
             &scan.members[scan.count - 1]);
    if (back.len != len || memcmp(back.data, text, len) != 0)
        abort();
    buf_release(&longer);
    buf_release(&back);
    json_scan_release(&scan);
}

/* Reads the text as lines; what they hold must add up to it. Returns how many
 * lines were bad. */
static size_t read_lines(const char *text, size_t len)
{
    int fd = memfd_create("fuzz", MFD_CLOEXEC);
    if (fd < 0 || write(fd, text, len) != (ssize_t)len ||
        lseek(fd, 0, SEEK_SET) < 0)
        abort();
    struct jsonl reader;
    size_t sum = 0, bad = 0;
    enum jsonl_status got;
    jsonl_init(&reader, fd);
    while ((got = jsonl_next(&reader)) == JSONL_RECORD || got == JSONL_BAD) {
        sum += reader.len + 1;
        bad += got == JSONL_BAD;
        if (got == JSONL_BAD &&
            (reader.scan.reason == NULL ||
             reader.scan.column > reader.len + 1))
            abort();
    }
    if (got != JSONL_END || (sum != len && sum != len + 1))
        abort();
    jsonl_release(&reader);
    close(fd);
    return bad;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    struct json_scan scan = {0};
    bool good = json_scan_check(&scan, text, size) == 0;
    size_t bad = read_lines(text, size);
    if (memchr(text, '\n', size) == NULL && size > 0 && good != (bad == 0))
        abort();
    static const char new_member[] = "\\u0000new";
    if (good && scan.is_object && json_scan_find(&scan, new_member) == NULL)
        edit(text, size);
    json_scan_release(&scan);
    return 0;
}
