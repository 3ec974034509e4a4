#include "config.h"

#include "tsv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
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
    tap_ok(read_text(&t, text, len) == TSV_BAD, "%s is refused", name);
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
    refuses("key\tvalue\na\tb\r\n", 15, "a carriage return");
    refuses("key\tvalue\na\t\x7f\n", 14, "a cell with a DEL");
    refuses("key\tvalue\na\t\xc2\x85\n", 15, "a cell with a C1 control");
    struct tsv t;
    tap_ok(tsv_read(&t, ".", "tsv-test.absent", "key value") ==
               TSV_UNREADABLE,
           "an absent file cannot be read");
    tsv_release(&t);
    tap_ok(tsv_read(&t, "..", ".", "key value") == TSV_UNREADABLE,
           "nor can a folder");
    tsv_release(&t);
}

/* A cell of `len` bytes. */
static int read_cell(struct tsv *t, size_t len)
{
    struct buf b = BUF_EMPTY;
    buf_puts(&b, "key\tvalue\na\t");
    for (size_t i = 0; i < len; i++)
        buf_putc(&b, 'b');
    buf_putc(&b, '\n');
    int rc = read_text(t, b.data, b.len);
    buf_release(&b);
    return rc;
}

/* A table of as many rows. */
static int read_rows(struct tsv *t, size_t rows)
{
    struct buf b = BUF_EMPTY;
    buf_puts(&b, "key\tvalue\n");
    for (size_t i = 0; i < rows; i++)
        buf_puts(&b, "a\tb\n");
    int rc = read_text(t, b.data, b.len);
    buf_release(&b);
    return rc;
}

static void limits(void)
{
    struct tsv t;
    tap_ok(read_cell(&t, TSV_CELL_LIMIT) == 0, "a cell may be so long");
    tsv_release(&t);
    tap_ok(read_cell(&t, TSV_CELL_LIMIT + 1) == TSV_BAD, "and no longer");
    tsv_release(&t);
    tap_ok(read_rows(&t, TSV_ROWS) == 0 && t.rows == TSV_ROWS,
           "a table may have so many rows");
    tsv_release(&t);
    tap_ok(read_rows(&t, TSV_ROWS + 1) == TSV_BAD, "and no more");
    tsv_release(&t);
    tap_ok(read_rows(&t, 3) == 0 && tsv_check_rows(&t, 3, 3) == 0,
           "three rows are three");
    tap_ok(tsv_check_rows(&t, 0, 2) == TSV_BAD, "two at most are fewer");
    tap_ok(tsv_check_rows(&t, 4, 9) == TSV_BAD, "four at least are more");
    tsv_release(&t);
}

static void keys(void)
{
    static const char text[] = "key\tvalue\na\t1\nb\t1\na\t2\n-\t3\n";
    struct tsv t;
    if (!tap_ok(read_text(&t, text, strlen(text)) == 0, "keys are read"))
        return;
    tap_ok(tsv_line(&t, 2) == 4, "a row has its line");
    tap_ok(tsv_check_keys(&t, 1) == TSV_BAD, "an empty key is refused");
    t.rows = 3;
    tap_ok(tsv_check_keys(&t, 1) == TSV_BAD, "a key twice is refused");
    tap_ok(tsv_check_keys(&t, 2) == TSV_BAD, "so is one in another column");
    tap_ok(tsv_check_keys(&t, 3) == 0, "keys of two cells may share one");
    t.rows = 2;
    tap_ok(tsv_check_keys(&t, 1) == 0, "keys that differ are right");
    t.rows = 0;
    tap_ok(tsv_check_keys(&t, 1) == 0, "as is none");
    tsv_release(&t);
}

int main(void)
{
    reading();
    refusing();
    limits();
    keys();
    return tap_done();
}
