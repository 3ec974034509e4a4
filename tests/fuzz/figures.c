/* A text that is read as figures of another program, both as an object and as a
 * table, and as printed percentages: rows are JSON, and lines have six fields. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "json_scan.h"
#include "measures/grim.h"
#include "measures/utility.h"
#include "target.h"

#define MOST 50   /* tried for n */
#define FIELDS 6 /* in a line of what is said of percentages */

static void check_rows(const char *path, const uint8_t *data, size_t size)
{
    struct buf text = BUF_EMPTY, rows = BUF_EMPTY;
    struct json_scan scan = {0};
    buf_putc(&rows, '[');
    size_t empty = rows.len;
    buf_add(&text, data, size);
    enum exit_status status = utility_text(path, &text, &rows);
    if ((status == EXIT_OK) != (rows.len > empty))
        abort();
    if (rows.len > empty) {
        buf_putc(&rows, ']');
        rows.data[empty] = ' '; /* the first row's comma */
        if (json_scan_check(&scan, rows.data, rows.len) < 0)
            abort();
    }
    json_scan_release(&scan);
    buf_release(&text);
    buf_release(&rows);
}

static void check_grim(const uint8_t *data, size_t size)
{
    struct buf text = BUF_EMPTY, out = BUF_EMPTY;
    buf_add(&text, data, size);
    grim_text("a", &text, MOST, &out);
    size_t fields = 1;
    for (size_t i = 0; i < out.len; i++) {
        fields += out.data[i] == '\t';
        if (out.data[i] != '\n')
            continue;
        if (fields != FIELDS)
            abort();
        fields = 1;
    }
    buf_release(&text);
    buf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_rows("a.json", data, size);
    check_rows("a.csv", data, size);
    check_grim(data, size);
    return 0;
}
