#include "config.h"

#include "tsv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tap.h"

#define NAME "tsv-test.table" /* in the folder the test runs in */

static int read_text(struct tsv *t, const char *text, size_t len)
{
    FILE *fp = fopen(NAME, "wb");
    if (fp == NULL || fwrite(text, 1, len, fp) != len || fclose(fp) != 0)
        exit(99);
    int rc = tsv_read(t, ".", NAME, "key value");
    unlink(NAME);
    return rc;
}

static void refuses(const char *text, size_t len, const char *name)
{
    struct tsv t;
    tap_ok(read_text(&t, text, len) < 0, "%s is refused", name);
    tsv_release(&t);
}

static void reading(void)
{
    static const char text[] = "# source: us\n# licence: CC0-1.0\n"
                               "key\tvalue\na\t1\nb c\t-\n";
    struct tsv t;
    if (!tap_ok(read_text(&t, text, strlen(text)) == 0, "a table is read"))
        return;
    tap_ok(t.rows == 2 && t.columns == 2 && t.first_line == 4,
           "its rows and columns are counted");
    tap_ok(strcmp(tsv_cell(&t, 0, 0), "a") == 0 &&
               strcmp(tsv_cell(&t, 0, 1), "1") == 0 &&
               strcmp(tsv_cell(&t, 1, 0), "b c") == 0,
           "its cells are read");
    tap_ok(tsv_cell(&t, 1, 1)[0] == '\0', "a dash is an empty cell");
    tap_ok(tsv_fail(&t, 1, "row %d", 5) == -1, "a row can be told wrong");
    tsv_release(&t);
    tap_ok(read_text(&t, "key\tvalue\n", 10) == 0 && t.rows == 0,
           "a table may have no rows and no comments");
    tsv_release(&t);
}

static void refusing(void)
{
    refuses("", 0, "an empty file");
    refuses("# a comment\n", 12, "a file of comments");
    refuses("key\tvalue\na\t1", 13, "a last line without its end");
    refuses("key value\na\t1\n", 14, "a header of other columns");
    refuses("value\tkey\na\t1\n", 14, "a header in another order");
    refuses("key\tvalue\na\n", 12, "a row of one cell");
    refuses("key\tvalue\na\t1\t2\n", 16, "a row of three cells");
    refuses("key\tvalue\na\t\n", 13, "an empty cell");
    refuses("key\tvalue\n\ta\n", 13, "an empty first cell");
    refuses("key\tvalue\n\na\t1\n", 15, "an empty line");
    refuses("key\tvalue\na\t\xff\n", 14, "a cell that is not UTF-8");
    refuses("key\tvalue\na\t\0\n", 14, "a cell with a NUL");
    struct tsv t;
    tap_ok(tsv_read(&t, ".", "tsv-test.absent", "key value") < 0,
           "an absent file is refused");
    tsv_release(&t);
}

int main(void)
{
    reading();
    refusing();
    return tap_done();
}
