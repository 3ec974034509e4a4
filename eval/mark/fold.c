#include "config.h"

#include "mark/fold.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "alloc.h"
#include "utf8.h"

#define POINTS_LIMIT 32 /* that a code point comes to; there are 18 at most */

static int by_point(const void *a, const void *b)
{
    uint32_t left = ((const struct fold_letter *)a)->point;
    uint32_t right = ((const struct fold_letter *)b)->point;
    return (left > right) - (left < right);
}

int fold_open(struct fold *f, const char *folder)
{
    *f = (struct fold){0};
    int rc = tsv_read(&f->table, folder, "letters.tsv", "letter plain");
    if (rc == 0)
        rc = tsv_check_keys(&f->table, 1);
    if (rc != 0)
        return rc;
    f->letters = xcalloc(f->table.rows + 1, sizeof *f->letters);
    for (size_t row = 0; row < f->table.rows; row++) {
        const char *letter = tsv_cell(&f->table, row, 0);
        size_t used;
        f->letters[row].point = utf8_decode(letter, &used);
        f->letters[row].plain = tsv_cell(&f->table, row, 1);
        if (letter[used] != '\0')
            return tsv_fail(&f->table, row, "'%s' is not one character",
                            letter);
    }
    qsort(f->letters, f->table.rows, sizeof *f->letters, by_point);
    return 0;
}

/* The plain text of a letter of the table, or NULL. */
static const char *plain_of(const struct fold *f, uint32_t point)
{
    struct fold_letter key = {point, NULL};
    const struct fold_letter *found = bsearch(
        &key, f->letters, f->table.rows, sizeof *f->letters, by_point);
    return found == NULL ? NULL : found->plain;
}

static bool is_blank(utf8proc_category_t category)
{
    return category == UTF8PROC_CATEGORY_ZS ||
           category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

/* What utf8proc makes of one code point. Returns how many there are. */
static size_t take_apart(uint32_t point, unsigned options,
                         utf8proc_int32_t points[POINTS_LIMIT])
{
    int boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)point, points, POINTS_LIMIT,
        (utf8proc_option_t)(options | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
                            UTF8PROC_IGNORE),
        &boundary);
    return count < 0 ? 0 : count > POINTS_LIMIT ? POINTS_LIMIT : (size_t)count;
}

static void add_point(uint32_t point, struct buf *out)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
    if (category == UTF8PROC_CATEGORY_PD)
        point = '-';
    else if (is_blank(category))
        point = category == UTF8PROC_CATEGORY_ZS ? ' ' : '\n';
    char *to = buf_reserve(out, 4);
    out->len += utf8_encode(point, to);
}

/* A letter of the table, or what compatibility and letter case leave of it. */
static void add_letter(const struct fold *f, uint32_t point, struct buf *out)
{
    utf8proc_int32_t points[POINTS_LIMIT];
    const char *plain = plain_of(f, point);
    if (plain != NULL) {
        buf_puts(out, plain);
        return;
    }
    size_t count = take_apart(point, UTF8PROC_COMPAT | UTF8PROC_CASEFOLD,
                              points);
    for (size_t i = 0; i < count; i++)
        add_point((uint32_t)points[i], out);
}

/* Marks go first, so that composed and decomposed text come to the same. */
static void fold_point(const struct fold *f, uint32_t point, struct buf *out)
{
    utf8proc_int32_t points[POINTS_LIMIT];
    size_t count = take_apart(point, 0, points);
    for (size_t i = 0; i < count; i++)
        if (points[i] < 0x80)
            buf_putc(out, (char)points[i]);
        else
            add_letter(f, (uint32_t)points[i], out);
}

/* The bytes before the first that is not ASCII. */
static size_t plain_start(const char *text, size_t len)
{
    size_t at = 0;
    for (uint64_t word; at + sizeof word <= len; at += sizeof word) {
        memcpy(&word, text + at, sizeof word);
        if ((word & 0x8080808080808080u) != 0)
            break;
    }
    while (at < len && (unsigned char)text[at] < 0x80)
        at++;
    return at;
}

const char *fold_text(const struct fold *f, const char *text, size_t *len,
                      struct buf *out)
{
    size_t at = plain_start(text, *len);
    if (at == *len)
        return text;
    buf_clear(out);
    buf_add(out, text, at);
    while (at < *len) {
        size_t used;
        fold_point(f, utf8_decode(text + at, &used), out);
        at += used;
        size_t plain = plain_start(text + at, *len - at);
        buf_add(out, text + at, plain);
        at += plain;
    }
    *len = out->len;
    return out->data == NULL ? "" : out->data;
}

void fold_close(struct fold *f)
{
    tsv_release(&f->table);
    free(f->letters);
    *f = (struct fold){0};
}
