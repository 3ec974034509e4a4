#include "config.h"

#include "names.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "diag.h"
#include "file.h"
#include "record.h"
#include "words.h"

#define AVOID_LIMIT ((size_t)4 << 20) /* bytes of avoid.txt */

/* Why a row of a tradition cannot be used, or NULL. */
static const char *wrong_row(const struct tsv *t, size_t row)
{
    const char *kind = tsv_cell(t, row, 0), *name = tsv_cell(t, row, 1);
    if (strlen(kind) != 1 || strchr("fms", kind[0]) == NULL)
        return "kinds are f, m and s";
    if (strlen(name) > NAMES_LIMIT)
        return "a name has 96 bytes at most";
    if (!words_at_most(name, kind[0] == 's' ? NAMES_LIMIT : 1))
        return kind[0] == 's' ? "a surname is words with one blank between "
                                "them"
                              : "a given name is one word";
    return NULL;
}

/* Finds the rows of each kind. The names of one must stand together and in
 * byte order, since they are searched by halves; then no name is there
 * twice, either. */
static int find_rows(const struct tsv *t, size_t first[3], size_t count[3])
{
    static const char kinds[] = "fms";
    for (size_t row = 0; row < t->rows; row++) {
        const char *wrong = wrong_row(t, row);
        if (wrong != NULL)
            return tsv_fail(t, row, "%s", wrong);
        size_t kind = (size_t)(strchr(kinds, tsv_cell(t, row, 0)[0]) - kinds);
        if (count[kind] == 0)
            first[kind] = row;
        else if (first[kind] + count[kind] != row)
            return tsv_fail(t, row, "names of a kind must stand together");
        int order = count[kind] == 0 ? 1
                                     : strcmp(tsv_cell(t, row, 1),
                                              tsv_cell(t, row - 1, 1));
        if (order == 0)
            return tsv_fail(t, row, "'%s' is there twice, first in line %zu",
                            tsv_cell(t, row, 1), tsv_line(t, row - 1));
        if (order < 0)
            return tsv_fail(t, row, "'%s' is not in byte order",
                            tsv_cell(t, row, 1));
        count[kind]++;
    }
    return 0;
}

/* A given name in both lists would make two people of the same name. */
static int check_given(const struct tsv *t, const size_t first[3],
                       const size_t count[3])
{
    for (size_t f = 0, m = 0; f < count[0] && m < count[1];) {
        const char *woman = tsv_cell(t, first[0] + f, 1);
        int order = strcmp(woman, tsv_cell(t, first[1] + m, 1));
        if (order == 0)
            return tsv_fail(t, first[1] + m, "'%s' is there twice, first in "
                                             "line %zu",
                            woman, tsv_line(t, first[0] + f));
        f += order < 0;
        m += order > 0;
    }
    return 0;
}

static int load_tradition(struct names_tradition *t, const char *folder)
{
    struct buf file = BUF_EMPTY;
    size_t first[3] = {0}, count[3] = {0}; /* of women, men, surnames */
    buf_printf(&file, "names/%s.tsv", t->id);
    int rc = tsv_read(&t->table, folder, buf_string(&file), "kind name");
    buf_release(&file);
    if (rc == 0)
        rc = tsv_check_rows(&t->table, 3, NAMES_ROWS);
    if (rc == 0)
        rc = find_rows(&t->table, first, count);
    if (rc == 0)
        rc = check_given(&t->table, first, count);
    if (rc < 0)
        return rc;
    t->given[0] = first[0];
    t->given[1] = first[1];
    t->surnames = first[2];
    t->given_count = count[0] < count[1] ? count[0] : count[1];
    t->surname_count = count[2];
    if (t->given_count == 0 || t->surname_count == 0)
        return tsv_fail(&t->table, 0,
                        "a tradition needs names of kinds f, m, s");
    return 0;
}

/* The place of a name among `count` rows from `first`, or -1. */
static long find_name(const struct tsv *t, size_t first, size_t count,
                      const char *name, size_t len)
{
    size_t low = first, high = first + count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *cell = tsv_cell(t, middle, 1);
        int order = strncmp(cell, name, len);
        if (order == 0 && cell[len] == '\0')
            return (long)(middle - first);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

static void avoid_pair(struct names_tradition *t, uint64_t pair)
{
    size_t count = t->avoided_count;
    if ((count & (count - 1)) == 0) /* doubles at every power of two */
        t->avoided = xrealloc(t->avoided, count < 8 ? 8 : 2 * count,
                              sizeof *t->avoided);
    t->avoided[t->avoided_count++] = pair;
}

/* Leaves out "given surname" if a tradition could make it. */
static void avoid_name(struct names *n, const char *name, size_t len)
{
    const char *blank = memchr(name, ' ', len);
    if (blank == NULL)
        return;
    size_t given_len = (size_t)(blank - name);
    const struct surnames_entry *surname =
        surnames_find(&n->surnames, blank + 1, len - given_len - 1);
    if (surname == NULL)
        return;
    struct names_tradition *t = &n->traditions[surname->tradition];
    for (int g = 0; g < 2; g++) {
        long given = find_name(&t->table, t->given[g], t->given_count, name,
                               given_len);
        if (given >= 0)
            avoid_pair(t, (uint64_t)surname->place * t->given_count +
                              (uint64_t)given);
    }
}

static int by_number(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

/* Sorts the pairs, each of them once. */
static void sort_avoided(struct names_tradition *t)
{
    size_t count = 0;
    if (t->avoided_count == 0)
        return;
    qsort(t->avoided, t->avoided_count, sizeof *t->avoided, by_number);
    for (size_t i = 0; i < t->avoided_count; i++)
        if (count == 0 || t->avoided[count - 1] != t->avoided[i])
            t->avoided[count++] = t->avoided[i];
    t->avoided_count = count;
}

static int read_avoided(const char *folder, struct buf *text)
{
    char *path = file_join(folder, "avoid.txt");
    int rc = 0;
    if (file_read(path, AVOID_LIMIT, text) < 0) {
        rc = errno == EFBIG ? TSV_BAD : TSV_UNREADABLE;
        diag_errno("cannot read %s", path);
    }
    free(path);
    return rc;
}

static int load_avoided(struct names *n, const char *folder)
{
    struct buf text = BUF_EMPTY;
    int rc = read_avoided(folder, &text);
    for (size_t at = 0; rc == 0 && at < text.len;) {
        const char *line = text.data + at;
        const char *lf = memchr(line, '\n', text.len - at);
        size_t len = lf != NULL ? (size_t)(lf - line) : text.len - at;
        if (line[0] != '#')
            avoid_name(n, line, len);
        at += len + 1;
    }
    buf_release(&text);
    for (size_t i = 0; i < n->count; i++)
        sort_avoided(&n->traditions[i]);
    return rc;
}

/* Tells of a surname that another tradition has, too. */
static int fail_surname(const struct names *n, const struct tsv *table,
                        size_t row)
{
    const char *name = tsv_cell(table, row, 1);
    const struct surnames_entry *first =
        surnames_find(&n->surnames, name, strlen(name));
    const struct names_tradition *t = &n->traditions[first->tradition];
    return tsv_fail(table, row, "the surname '%s' is there twice, first in "
                                "%s:%zu",
                    name, t->table.path,
                    tsv_line(&t->table, t->surnames + first->place));
}

/* Lists the surnames: names are unique only if no surname is there twice. */
static int list_surnames(struct names *n)
{
    size_t total = 0;
    for (size_t i = 0; i < n->count; i++)
        total += n->traditions[i].surname_count;
    surnames_init(&n->surnames, total);
    for (size_t i = 0; i < n->count; i++) {
        const struct names_tradition *t = &n->traditions[i];
        for (size_t place = 0; place < t->surname_count; place++) {
            size_t row = t->surnames + place;
            struct surnames_entry entry = {tsv_cell(&t->table, row, 1),
                                           (uint32_t)i, (uint32_t)place};
            if (!surnames_add(&n->surnames, &entry))
                return fail_surname(n, &t->table, row);
        }
    }
    return 0;
}

static int load_traditions(struct names *n, const char *folder)
{
    const struct tsv *table = &n->traditions_table;
    n->traditions = xcalloc(table->rows, sizeof *n->traditions);
    for (size_t i = 0; i < table->rows; i++) {
        struct names_tradition *t = &n->traditions[n->count++];
        t->id = tsv_cell(table, i, 0);
        t->region = tsv_cell(table, i, 1);
        if (!record_id_valid(t->id, strlen(t->id)))
            return tsv_fail(table, i, "a tradition is 1 to 96 of a-z, 0-9 "
                                      "and _");
        int rc = load_tradition(t, folder);
        if (rc < 0)
            return rc;
    }
    return 0;
}

int names_load(struct names *n, const char *folder)
{
    *n = (struct names){0};
    struct tsv *table = &n->traditions_table;
    int rc = tsv_read(table, folder, "traditions.tsv", "tradition region");
    if (rc == 0)
        rc = tsv_check_rows(table, 1, NAMES_TRADITIONS);
    if (rc == 0)
        rc = tsv_check_keys(table, 1);
    if (rc == 0)
        rc = load_traditions(n, folder);
    if (rc == 0)
        rc = list_surnames(n);
    return rc == 0 ? load_avoided(n, folder) : rc;
}

static uint64_t pairs(const struct names_tradition *t)
{
    return (uint64_t)t->given_count * t->surname_count - t->avoided_count;
}

uint64_t names_capacity(const struct names *n)
{
    uint64_t least = UINT64_MAX;
    for (size_t i = 0; i < n->count; i++)
        if (pairs(&n->traditions[i]) < least)
            least = pairs(&n->traditions[i]);
    return n->count > 0 ? least * n->count : 0;
}

void names_perm(const struct names *n, size_t tradition, uint64_t key,
                struct perm *perm)
{
    perm_init(perm, pairs(&n->traditions[tradition]), key);
}

/* How many avoided pairs stand before the pair-th of those that are not. */
static size_t avoided_before(const struct names_tradition *t, uint64_t pair)
{
    size_t low = 0, high = t->avoided_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->avoided[middle] - middle <= pair)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct names_choice names_pick(const struct names *n, size_t tradition,
                               const struct perm *perm, uint64_t rank,
                               bool men)
{
    const struct names_tradition *t = &n->traditions[tradition];
    uint64_t pair = perm_apply(perm, rank);
    pair += avoided_before(t, pair);
    size_t given = t->given[men] + (size_t)(pair % t->given_count);
    size_t surname = t->surnames + (size_t)(pair / t->given_count);
    return (struct names_choice){tsv_cell(&t->table, given, 1),
                                 tsv_cell(&t->table, surname, 1)};
}

bool names_is_avoided(const struct names *n, size_t tradition, size_t given,
                      size_t surname)
{
    const struct names_tradition *t = &n->traditions[tradition];
    uint64_t pair = (uint64_t)surname * t->given_count + given;
    return t->avoided_count > 0 &&
           bsearch(&pair, t->avoided, t->avoided_count, sizeof pair,
                   by_number) != NULL;
}

int names_tradition_of(const struct names *n, const char *full_name)
{
    const char *surname = strchr(full_name, ' ');
    if (surname == NULL)
        return -1;
    const struct surnames_entry *entry =
        surnames_find(&n->surnames, surname + 1, strlen(surname + 1));
    return entry != NULL ? (int)entry->tradition : -1;
}

void names_release(struct names *n)
{
    for (size_t i = 0; i < n->count; i++) {
        tsv_release(&n->traditions[i].table);
        free(n->traditions[i].avoided);
    }
    free(n->traditions);
    surnames_release(&n->surnames);
    tsv_release(&n->traditions_table);
    *n = (struct names){0};
}
