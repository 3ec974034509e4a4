#include "config.h"

#include "names.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "diag.h"
#include "file.h"

#define AVOID_LIMIT ((size_t)4 << 20) /* bytes of avoid.txt */

/* The rows of `kind`, which stand together: their first row and number. */
static size_t find_rows(const struct tsv *t, char kind, size_t *count)
{
    size_t first = 0;
    *count = 0;
    for (size_t row = 0; row < t->rows; row++) {
        if (tsv_cell(t, row, 0)[0] != kind)
            continue;
        if (*count == 0)
            first = row;
        ++*count;
    }
    return first;
}

static int load_tradition(struct names_tradition *t, const char *folder)
{
    struct buf file = BUF_EMPTY;
    buf_printf(&file, "names/%s.tsv", t->id);
    int rc = tsv_read(&t->table, folder, buf_string(&file), "kind name");
    buf_release(&file);
    if (rc < 0)
        return -1;
    size_t women, men;
    t->given[0] = find_rows(&t->table, 'f', &women);
    t->given[1] = find_rows(&t->table, 'm', &men);
    t->surnames = find_rows(&t->table, 's', &t->surname_count);
    t->given_count = women < men ? women : men;
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
    for (size_t i = 0; i < t->avoided_count; i++)
        if (t->avoided[i] == pair)
            return;
    t->avoided = xrealloc(t->avoided, t->avoided_count + 1,
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

static int load_avoided(struct names *n, const char *folder)
{
    struct buf text = BUF_EMPTY;
    char *path = file_join(folder, "avoid.txt");
    int rc = file_read(path, AVOID_LIMIT, &text);
    if (rc < 0)
        diag_errno("cannot read %s", path);
    free(path);
    for (size_t at = 0; rc == 0 && at < text.len;) {
        const char *line = text.data + at;
        const char *lf = memchr(line, '\n', text.len - at);
        size_t len = lf != NULL ? (size_t)(lf - line) : text.len - at;
        if (line[0] != '#')
            avoid_name(n, line, len);
        at += len + 1;
    }
    buf_release(&text);
    for (size_t i = 0; i < n->count; i++) {
        struct names_tradition *t = &n->traditions[i];
        if (t->avoided_count > 0)
            qsort(t->avoided, t->avoided_count, sizeof *t->avoided, by_number);
    }
    return rc;
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
                return tsv_fail(&t->table, row, "the surname '%s' is there "
                                                "twice", entry.name);
        }
    }
    return 0;
}

int names_load(struct names *n, const char *folder)
{
    *n = (struct names){0};
    if (tsv_read(&n->traditions_table, folder, "traditions.tsv",
                 "tradition region") < 0)
        return -1;
    n->count = n->traditions_table.rows;
    n->traditions = xcalloc(n->count, sizeof *n->traditions);
    for (size_t i = 0; i < n->count; i++) {
        n->traditions[i].id = tsv_cell(&n->traditions_table, i, 0);
        n->traditions[i].region = tsv_cell(&n->traditions_table, i, 1);
        if (load_tradition(&n->traditions[i], folder) < 0)
            return -1;
    }
    return list_surnames(n) < 0 ? -1 : load_avoided(n, folder);
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

struct names_choice names_pick(const struct names *n, size_t tradition,
                               const struct perm *perm, uint64_t rank,
                               bool men)
{
    const struct names_tradition *t = &n->traditions[tradition];
    uint64_t pair = perm_apply(perm, rank);
    for (size_t i = 0; i < t->avoided_count && t->avoided[i] <= pair; i++)
        pair++; /* the pair-th of those that are not avoided */
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
    for (size_t i = 0; i < t->avoided_count && t->avoided[i] <= pair; i++)
        if (t->avoided[i] == pair)
            return true;
    return false;
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
