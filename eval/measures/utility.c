#include "config.h"

#include "measures/utility.h"

#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "csv.h"
#include "file.h"
#include "json_scan.h"
#include "json_tape.h"
#include "json_write.h"
#include "num.h"
#include "number.h"
#include "schema/value.h"
#include "utf8.h"

#define LIMIT ((size_t)16 << 20) /* bytes of a file */
#define VALUES 1000000           /* in it */
#define NAME_LIMIT 256           /* bytes */
#define NO_COUNT UINT64_MAX

/* A file of figures, and where they go. */
struct figures {
    const char *path;
    struct buf *rows;
    struct buf name, scratch; /* owned */
    size_t count;             /* of rows added */
};

/* Whether a text is one that a scores file may hold. */
static bool is_text(const char *text, size_t len)
{
    if (len == 0 || !utf8_valid(text, len))
        return false;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c < 0x20 || c == 0x7f ||
            (c == 0xc2 && (unsigned char)text[i + 1] < 0xa0))
            return false;
    }
    return true;
}

/* Adds what a figure stands under to its name; control characters become
 * blanks. */
static void name_add(struct figures *f, const char *text, size_t len)
{
    if (f->name.len > 0)
        buf_putc(&f->name, ' ');
    for (size_t i = 0; i < len && f->name.len < NAME_LIMIT; i++)
        buf_putc(&f->name, iscntrl((unsigned char)text[i]) ? ' ' : text[i]);
}

/* Adds a figure by the name made so far; one without a name, or with one that
 * is no text or was cut, is passed over. */
static void add(struct figures *f, double value, uint64_t n)
{
    struct buf *out = f->rows;
    if (f->name.len >= NAME_LIMIT || !is_text(f->name.data, f->name.len))
        return;
    buf_puts(out, out->len > 0 ? ",\n{" : "\n{");
    json_write_name(out, "name");
    json_write_string(out, f->name.data, f->name.len);
    number_member(out, "value", value);
    json_write_name(out, "n");
    if (n == NO_COUNT)
        buf_puts(out, "null");
    else
        buf_put_u64(out, n);
    json_write_member(out, "file", f->path);
    buf_putc(out, '}');
    f->count++;
}

/* Whether a text is a number, all of it. */
static bool read_number(const char *text, double *value)
{
    char *end;
    if (!isdigit((unsigned char)text[0]) && text[0] != '-')
        return false;
    *value = strtod(text, &end);
    return *end == '\0' && isfinite(*value);
}

static void csv_row(struct figures *f, const struct csv *c, size_t row)
{
    char **cells = c->cells + (row + 1) * c->columns;
    double value;
    bool labelled = !read_number(cells[0], &value);
    for (size_t i = labelled; i < c->columns; i++) {
        if (!read_number(cells[i], &value))
            continue;
        buf_clear(&f->name);
        if (labelled && cells[0][0] != '\0')
            name_add(f, cells[0], strlen(cells[0]));
        name_add(f, c->cells[i], strlen(c->cells[i]));
        add(f, value, NO_COUNT);
    }
}

static enum exit_status read_csv(struct figures *f, struct buf *text)
{
    struct csv c;
    enum exit_status status = csv_take(&c, f->path, text);
    for (size_t i = 0; status == EXIT_OK && i < c.rows; i++)
        csv_row(f, &c, i);
    csv_release(&c);
    return status;
}

static bool value_number(struct value v, double *number)
{
    size_t len;
    if (value_kind(v) != JSON_NUMBER)
        return false;
    *number = strtod(value_raw(v, &len), NULL);
    return isfinite(*number);
}

/* The next value on the same level. */
static struct value behind(struct value v)
{
    return (struct value){v.tape, v.node + v.tape->nodes[v.node].skip};
}

/* How many questions a task of lmms-eval has, or NO_COUNT. */
static uint64_t count_of(struct value root, const char *task, size_t task_len)
{
    struct value samples, one, v;
    size_t len;
    uint64_t n;
    if (!value_member(root, "n-samples", strlen("n-samples"), &samples) ||
        !value_member(samples, task, task_len, &one) ||
        !value_member(one, "effective", strlen("effective"), &v) ||
        value_kind(v) != JSON_NUMBER)
        return NO_COUNT;
    const char *text = value_raw(v, &len);
    return num_parse_bytes(text, len, 0, (uint64_t)1 << 53, &n) ? n : NO_COUNT;
}

/* Whether a metric of lmms-eval is no figure of its own. */
static bool is_error(const char *metric, size_t len)
{
    static const char mark[] = "_stderr";
    for (size_t i = 0; i + strlen(mark) <= len; i++)
        if (memcmp(metric + i, mark, strlen(mark)) == 0)
            return true;
    return false;
}

/* Adds the numbers of an object below what is named so far. */
static void add_members(struct figures *f, struct value object, uint64_t n)
{
    static const char none[] = ",none"; /* no filter */
    size_t named = f->name.len, members = object.tape->nodes[object.node].size;
    struct value name = {object.tape, object.node + 1};
    for (size_t i = 0; i < members; i++) {
        struct value v = behind(name);
        size_t len;
        const char *text = value_string(name, &f->scratch, &len);
        double number;
        if (value_number(v, &number) && !is_error(text, len)) {
            if (len > strlen(none) &&
                memcmp(text + len - strlen(none), none, strlen(none)) == 0)
                len -= strlen(none);
            f->name.len = named;
            name_add(f, text, len);
            add(f, number, n);
        }
        name = behind(v);
    }
    f->name.len = named;
}

/* Adds the numbers of the objects in an object; `root` has the counts. */
static void add_objects(struct figures *f, struct value object,
                        struct value root)
{
    size_t members = object.tape->nodes[object.node].size;
    struct value name = {object.tape, object.node + 1};
    for (size_t i = 0; i < members; i++) {
        struct value v = behind(name);
        if (value_kind(v) == JSON_OBJECT) {
            size_t len;
            const char *text = value_string(name, &f->scratch, &len);
            uint64_t n = count_of(root, text, len);
            buf_clear(&f->name);
            name_add(f, text, len);
            add_members(f, v, n);
        }
        name = behind(v);
    }
    buf_clear(&f->name);
}

static enum exit_status refuse(const struct figures *f, const char *why)
{
    diag_at((struct diag_place){f->path, 0, NULL}, "%s", why);
    return EXIT_DATA;
}

static enum exit_status take_json(struct figures *f, struct value root)
{
    struct value results;
    if (value_kind(root) != JSON_OBJECT)
        return refuse(f, "is no object of figures");
    if (value_member(root, "results", strlen("results"), &results) &&
        value_kind(results) == JSON_OBJECT) {
        add_objects(f, results, root);
        return EXIT_OK;
    }
    buf_clear(&f->name);
    add_members(f, root, NO_COUNT);
    add_objects(f, root, root);
    return EXIT_OK;
}

static enum exit_status read_json(struct figures *f, struct buf *text)
{
    struct json_tape tape = {0};
    struct json_scan scan = {.tape = &tape, .most = VALUES};
    enum exit_status status = EXIT_OK;
    if (json_scan_check(&scan, buf_string(text), text->len) < 0)
        status = refuse(f, "is not JSON");
    else
        status = take_json(f, (struct value){&tape, 0});
    json_scan_release(&scan);
    json_tape_release(&tape);
    return status;
}

/* Whether a text is a table: by the name of its file, or, where that does not
 * tell, as it does not begin as objects do. */
static bool is_table(const char *path, struct buf *text)
{
    const char *suffix = strrchr(path, '.');
    if (suffix != NULL && strcmp(suffix, ".csv") == 0)
        return true;
    if (suffix != NULL && strcmp(suffix, ".json") == 0)
        return false;
    const char *begin = buf_string(text);
    return begin[strspn(begin, " \t\r\n")] != '{';
}

enum exit_status utility_read(const char *path, struct buf *rows)
{
    const char *name = strcmp(path, "-") == 0 ? "stdin" : path;
    struct buf text = BUF_EMPTY;
    enum exit_status status = EXIT_SYSTEM;
    if (file_read_named(path, LIMIT, &text) == 0)
        status = utility_text(name, &text, rows);
    else
        diag_errno("cannot read %s", name);
    buf_release(&text);
    return status;
}

enum exit_status utility_text(const char *path, struct buf *text,
                              struct buf *rows)
{
    struct figures f = {.path = path, .rows = rows};
    enum exit_status status = EXIT_DATA;
    if (!is_text(path, strlen(path)))
        status = refuse(&f, "a file whose name is no text");
    else if (is_table(path, text))
        status = read_csv(&f, text);
    else
        status = read_json(&f, text);
    if (status == EXIT_OK && f.count == 0)
        status = refuse(&f, "holds no figures");
    buf_release(&f.name);
    buf_release(&f.scratch);
    return status;
}
