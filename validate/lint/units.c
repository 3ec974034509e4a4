#include "config.h"

#include "lint/units.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "datadir.h"

enum { COLUMN_QUANTITY, COLUMN_SYSTEM, COLUMN_UNIT };

int units_read(struct units *g)
{
    char *folder = datadir_path("templates/lint");
    int rc = tsv_read(&g->table, folder, "units.tsv", "quantity system unit");
    free(folder);
    if (rc == TSV_UNREADABLE)
        return EXIT_SYSTEM;
    return rc == 0 ? EXIT_OK : EXIT_DATA;
}

/* The row of the unit that stands behind a number at `at`, or the number of
 * rows. */
static size_t row_at(const struct units *g, const char *at)
{
    at += strspn(at, " ");
    for (size_t row = 0; row < g->table.rows; row++) {
        const char *unit = tsv_cell(&g->table, row, COLUMN_UNIT);
        size_t len = strlen(unit);
        if (strncasecmp(at, unit, len) == 0 &&
            (!isalpha((unsigned char)unit[0]) ||
             !isalpha((unsigned char)at[len])))
            return row;
    }
    return g->table.rows;
}

/* The row of the first unit behind a number in the text. */
static size_t row_in(const struct units *g, const char *text)
{
    size_t row = g->table.rows;
    for (const char *at = text; *at != '\0' && row == g->table.rows; at++)
        if (isdigit((unsigned char)at[0]) && !isdigit((unsigned char)at[1]))
            row = row_at(g, at + 1);
    return row;
}

static char *copy(const char *text)
{
    return xstrndup(text, strlen(text));
}

/* How a quantity of a fact is measured; NULL if too many are told apart. */
static struct units_kind *kind_of(struct units *g, const char *fact,
                                  const char *quantity, const char *system,
                                  uint32_t person)
{
    for (size_t i = 0; i < g->count; i++)
        if (strcmp(g->kinds[i].fact, fact) == 0 &&
            strcmp(g->kinds[i].quantity, quantity) == 0)
            return &g->kinds[i];
    if (g->count == UNITS_KINDS)
        return NULL;
    g->kinds[g->count] = (struct units_kind){
        copy(fact), copy(quantity), copy(system), person};
    return &g->kinds[g->count++];
}

/* Looks at one text of a fact. Returns true if it is told. */
static bool look(struct units *g, const struct person *p, const char *fact,
                 const char *text, const struct people *people,
                 struct findings *f)
{
    size_t row = text != NULL ? row_in(g, text) : g->table.rows;
    if (row == g->table.rows)
        return false;
    const char *quantity = tsv_cell(&g->table, row, COLUMN_QUANTITY);
    const char *system = tsv_cell(&g->table, row, COLUMN_SYSTEM);
    struct units_kind *kind = kind_of(g, fact, quantity, system, p->number);
    if (kind == NULL || strcmp(kind->system, system) == 0)
        return false;
    findings_add_pair(f, "text-units", p->place,
                      people_place(people, kind->person),
                      "%s: \"%.80s\" is %s, %s is %s elsewhere", fact, text,
                      system, quantity, kind->system);
    return true;
}

void units_look(struct units *g, const struct person *p,
                const struct people *people, struct findings *f)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, p->facts)
        if (look(g, p, item->string, cJSON_GetStringValue(item), people, f))
            return;
    cJSON_ArrayForEach(item, p->questions) {
        const char *fact = person_text(item, "fact");
        if (fact != NULL &&
            look(g, p, fact, person_text(item, "answer"), people, f))
            return;
    }
}

void units_release(struct units *g)
{
    for (size_t i = 0; i < g->count; i++) {
        free(g->kinds[i].fact);
        free(g->kinds[i].quantity);
        free(g->kinds[i].system);
    }
    tsv_release(&g->table);
}
