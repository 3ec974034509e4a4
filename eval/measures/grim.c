#include "config.h"

#include "measures/grim.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "csv.h"
#include "num.h"

#define DECIMALS 6 /* of a value, at most */
#define ROWS 10000 /* of a table, at most */

/* A printed value, n and what was found. */
struct printed {
    uint64_t value; /* in units of its last decimal */
    uint64_t whole; /* a hundred per cent in these */
    uint64_t n;     /* 0 for unknown */
    bool known;     /* n was given */
    bool possible;
    uint64_t numerator; /* if it is */
};

struct table {
    struct csv csv;
    struct printed *list; /* owned: by row */
};

static bool read_value(const char *text, struct printed *p)
{
    const char *point = strchr(text, '.');
    size_t places = point != NULL ? strlen(point + 1) : 0;
    if (places > DECIMALS)
        return false;
    p->whole = 100;
    for (size_t i = 0; i < places; i++)
        p->whole *= 10;
    return num_parse_decimal(text, (unsigned)places, p->whole, &p->value);
}

/* Whether a number of `n` is printed so. With v the value in its own units,
 * k by n is to be from v - 1/2 to v + 1/2, the latter only where v is even: a
 * tie goes up, or to even. */
static bool fits(const struct printed *p, uint64_t n, uint64_t *numerator)
{
    uint64_t unit = 2 * p->whole, low = p->value > 0 ? 2 * p->value - 1 : 0;
    uint64_t k = (low * n + unit - 1) / unit;
    uint64_t high = (2 * p->value + 1) * n;
    *numerator = k;
    return k <= n &&
           (unit * k < high || (unit * k == high && p->value % 2 == 0));
}

static enum exit_status read_row(struct table *t, size_t row)
{
    struct printed *p = &t->list[row];
    const char *n = csv_cell(&t->csv, row, "n");
    struct diag_place place = {t->csv.path, row + 2, NULL};
    if (!read_value(csv_cell(&t->csv, row, "value"), p)) {
        diag_at(place, "'%s' is no value from 0 to 100 with at most %d "
                "decimals", csv_cell(&t->csv, row, "value"), DECIMALS);
        return EXIT_DATA;
    }
    p->known = *n != '\0';
    if (p->known && !num_parse(n, 1, GRIM_MOST, &p->n)) {
        diag_at(place, "n '%s' is no whole number from 1 to %d", n, GRIM_MOST);
        return EXIT_DATA;
    }
    return EXIT_OK;
}

/* Reads the values of a table that was cut into cells. */
static enum exit_status read_values(struct table *t)
{
    enum exit_status status = EXIT_OK;
    t->list = xcalloc(t->csv.rows + 1, sizeof *t->list);
    if (!csv_has(&t->csv, "value")) {
        diag_at((struct diag_place){t->csv.path, 1, NULL},
                "has no column 'value'");
        return EXIT_DATA;
    }
    if (t->csv.rows > ROWS) {
        diag_at((struct diag_place){t->csv.path, ROWS + 2, NULL},
                "more than %d rows", ROWS);
        return EXIT_DATA;
    }
    for (size_t i = 0; status == EXIT_OK && i < t->csv.rows; i++)
        status = read_row(t, i);
    return status;
}

/* Whether a row has no n and is of the group of another. */
static bool in_group(const struct table *t, size_t row, size_t first)
{
    return !t->list[row].known && strcmp(csv_cell(&t->csv, row, "group"),
                                         csv_cell(&t->csv, first, "group")) ==
                                      0;
}

/* Whether all rows from `first` that are of its group are possible for n. */
static bool group_fits(const struct table *t, size_t first, uint64_t n)
{
    uint64_t numerator;
    for (size_t i = first; i < t->csv.rows; i++)
        if (in_group(t, i, first) && !fits(&t->list[i], n, &numerator))
            return false;
    return true;
}

/* Finds n for the group that begins at a row; 0 if there is none. */
static void find_n(struct table *t, size_t first, uint64_t most)
{
    uint64_t n = 1;
    while (n <= most && !group_fits(t, first, n))
        n++;
    for (size_t i = first; n <= most && i < t->csv.rows; i++)
        if (in_group(t, i, first))
            t->list[i].n = n;
}

/* Whether no earlier row is of the same group. */
static bool begins_group(const struct table *t, size_t row)
{
    for (size_t i = 0; i < row; i++)
        if (in_group(t, i, row))
            return false;
    return !t->list[row].known;
}

/* A name, on one line and in one field. */
static void put_name(struct buf *out, const char *name)
{
    for (; *name != '\0'; name++)
        buf_putc(out, (unsigned char)*name < ' ' ? ' ' : *name);
}

static void put_row(const struct table *t, size_t row, struct buf *out)
{
    const struct printed *p = &t->list[row];
    buf_put_u64(out, row + 2);
    buf_putc(out, '\t');
    put_name(out, csv_cell(&t->csv, row, "name"));
    buf_putc(out, '\t');
    buf_puts(out, csv_cell(&t->csv, row, "value"));
    buf_putc(out, '\t');
    if (p->n > 0)
        buf_put_u64(out, p->n);
    buf_puts(out, p->possible ? "\tpossible\t" : "\timpossible\t");
    if (p->possible)
        buf_put_u64(out, p->numerator);
    buf_putc(out, '\n');
}

/* Judges all rows, and writes what was found. */
static enum exit_status judge(struct table *t, uint64_t most, struct buf *out)
{
    enum exit_status status = EXIT_OK;
    for (size_t i = 0; i < t->csv.rows; i++)
        if (begins_group(t, i))
            find_n(t, i, most);
    buf_puts(out, "line\tname\tvalue\tn\tverdict\tnumerator\n");
    for (size_t i = 0; i < t->csv.rows; i++) {
        struct printed *p = &t->list[i];
        p->possible = p->n > 0 && fits(p, p->n, &p->numerator);
        if (!p->possible)
            status = EXIT_DATA;
        put_row(t, i, out);
    }
    return status;
}

/* Goes on with the table's text, if it was read, and ends with it. */
static enum exit_status finish(struct table *t, enum exit_status status,
                               uint64_t most, struct buf *out)
{
    if (status == EXIT_OK)
        status = read_values(t);
    if (status == EXIT_OK)
        status = judge(t, most, out);
    csv_release(&t->csv);
    free(t->list);
    return status;
}

enum exit_status grim(const char *path, uint64_t most, struct buf *out)
{
    struct table t = {0};
    enum exit_status status = csv_read(&t.csv, path);
    return finish(&t, status, most, out);
}

enum exit_status grim_text(const char *path, struct buf *text, uint64_t most,
                           struct buf *out)
{
    struct table t = {0};
    enum exit_status status = csv_take(&t.csv, path, text);
    return finish(&t, status, most, out);
}
