#include "config.h"

#include "conflicts.h"

#include <stdlib.h>

#include "alloc.h"
#include "world.h"

static void add(struct conflicts *c, enum fact fact, int value,
                enum fact with, int other)
{
    int *first = &c->first[fact][value];
    c->list[c->count] = (struct conflict){with, other, *first};
    *first = (int)c->count++;
}

/* The fact and the place of its value that two cells name. */
static int read_side(const struct conflicts *c, const struct world *w,
                     size_t row, size_t column, enum fact *fact)
{
    const char *value = tsv_cell(&c->table, row, column + 1);
    *fact = fact_parse(tsv_cell(&c->table, row, column));
    int place = *fact != FACTS ? world_find(w, *fact, value) : -1;
    if (place < 0)
        tsv_fail(&c->table, row, "no such value: %s %s",
                 tsv_cell(&c->table, row, column), value);
    return place;
}

static int load_row(struct conflicts *c, const struct world *w, size_t row)
{
    enum fact fact, with;
    int value = read_side(c, w, row, 0, &fact);
    int other = value >= 0 ? read_side(c, w, row, 2, &with) : -1;
    if (other < 0)
        return -1;
    if (fact == with)
        return tsv_fail(&c->table, row, "a fact cannot contradict itself");
    add(c, fact, value, with, other);
    add(c, with, other, fact, value);
    return 0;
}

int conflicts_load(struct conflicts *c, const struct world *w,
                   const char *folder)
{
    *c = (struct conflicts){0};
    int rc = tsv_read(&c->table, folder, "conflicts.tsv",
                      "fact value with other");
    if (rc == 0)
        rc = tsv_check_rows(&c->table, 0, CONFLICTS_ROWS);
    if (rc == 0)
        rc = tsv_check_keys(&c->table, 15); /* all four columns */
    if (rc < 0)
        return rc;
    c->list = xmalloc(2 * c->table.rows, sizeof *c->list);
    for (int fact = 0; fact < FACTS; fact++) {
        size_t count = w->tables[fact].count;
        c->first[fact] = xmalloc(count, sizeof *c->first[fact]);
        for (size_t i = 0; i < count; i++)
            c->first[fact][i] = -1;
    }
    for (size_t row = 0; row < c->table.rows; row++)
        if (load_row(c, w, row) < 0)
            return TSV_BAD;
    return 0;
}

bool conflicts_with(const struct conflicts *c, enum fact fact, int value,
                    const int values[FACTS])
{
    for (int i = c->first[fact][value]; i >= 0; i = c->list[i].next)
        if (values[c->list[i].with] == c->list[i].other)
            return true;
    return false;
}

void conflicts_release(struct conflicts *c)
{
    for (int fact = 0; fact < FACTS; fact++)
        free(c->first[fact]);
    free(c->list);
    tsv_release(&c->table);
    *c = (struct conflicts){0};
}
